// What a seal that was cut off leaves on a medium: a folder aside, or a whole volume of which the
// log has no entry.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "archive/log_source.h"
#include "outcome/result.h"
#include "signing/policy.h"

namespace letopis::archive {

// Names of the volumes on a medium that are not among `recorded`, sorted. Throws MediumFailure.
std::vector<std::string> unrecorded_volumes(const std::filesystem::path& medium,
                                            const std::set<std::string>& recorded);

// True iff the volume holds nothing that the log lacks: its checkpoint was signed by a log of the
// policy, and the log has the same root at that size.
bool is_part_of_log(const std::filesystem::path& volume, const signing::Policy& policy,
                    std::uint64_t log_size, const signing::RowReader& hashes);

// Takes a volume off a medium, or what an earlier call left of it. It loses its name first, so that
// what is left of it when the power is cut is no volume. Refuses volume.stays: the medium does not
// give up what it holds. Throws MediumFailure.
Outcome remove_volume(const std::filesystem::path& medium, const std::string& name);

// Removes the folders aside of volumes that were never finished. Refuses and throws likewise.
Outcome remove_unfinished(const std::filesystem::path& medium);

}  // namespace letopis::archive

// What the program keeps beside the store for the archive, and small refusals and words of it.
//
//   archive/checkpoints/000000070000   the checkpoint of each volume that was sealed, as it was
//   archive/cosigned/000000070000      each checkpoint that witnesses have cosigned, with their
//   lines archive/earlier.txt                a trust file: the logs under whose names a restored
//   one stood archive/begun.txt                  volumes that were begun and not finished, one name
//   a line trust.txt                          written by `letopis demo`
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "archive/trust.h"
#include "events/identifiers.h"

namespace letopis::archivist {

inline constexpr std::size_t kMaxKeptCheckpoints = 1'000;

std::filesystem::path cosigned_folder(const std::filesystem::path& directory);

// Signed notes, the oldest first; no folder: none. Throws archive::MediumFailure.
std::vector<std::string> read_checkpoints(const std::filesystem::path& folder);
// Over one of that size, which only had fewer signatures. Throws archive::MediumFailure.
void write_checkpoint(const std::filesystem::path& folder, const std::string& note,
                      std::uint64_t size);

// Adds the logs and checkpoints of archive/earlier.txt, if it is there. Refuses what its form
// refuses.
Outcome add_earlier_logs(const std::filesystem::path& directory, archive::Trust& trust);
void write_earlier_logs(const std::filesystem::path& directory, const archive::Trust& trust);

// Names of volumes that this server began to seal; no file: none. Throws archive::MediumFailure.
std::set<std::string> read_begun(const std::filesystem::path& directory);
void write_begun(const std::filesystem::path& directory, const std::set<std::string>& names);

Refusal not_registered(const std::filesystem::path& medium);
Refusal retired(const std::filesystem::path& path, events::MediumNumber medium);
Refusal same_medium(const std::filesystem::path& one, const std::filesystem::path& other);
Refusal not_last(const std::string& asked, const std::string& last);

}  // namespace letopis::archivist

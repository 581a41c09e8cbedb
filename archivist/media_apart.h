// Whether media stand apart: from each other, from the server's own disk, and not in memory.
#pragma once

#include <array>
#include <filesystem>

#include "archive/physical_disk.h"
#include "outcome/result.h"

namespace letopis::archivist {

// Where a new medium lies. Refuses what archive::whereabouts_of and stand_apart refuse; with
// `trial` a medium that does not stand apart from the server is taken, and one of which nothing is
// known has no serial.
Result<archive::Whereabouts> place_of(const std::filesystem::path& medium,
                                      const std::filesystem::path& data, bool trial);

// True iff both stand apart from each other and from the server's data. Refuses if they do not,
// naming the disk; with `trial` it is false instead.
Result<bool> stand_apart(const std::array<std::filesystem::path, 2>& media,
                         const std::filesystem::path& data, bool trial);

}  // namespace letopis::archivist

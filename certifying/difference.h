// What became of marks after a submission was packed: a list beside it, never inside (ARC-06).
#pragma once

#include <filesystem>

#include "terminal/arguments.h"
#include "terminal/command.h"
#include "terminal/console.h"

namespace letopis::certifying {

// --difference PACKAGE: marks of the package's year, given, changed or withdrawn since the size of
// the log that it was made of; to the terminal, and to --out FILE (.csv, .pdf, .xlsx, .html).
// Refuses what the package's bag-info.txt refuses, difference.other_log and
// difference.other_history (another root at that size).
Result<terminal::Exit> tell_difference(const std::filesystem::path& package,
                                       const terminal::Arguments& arguments,
                                       const terminal::Console& console);

}  // namespace letopis::certifying

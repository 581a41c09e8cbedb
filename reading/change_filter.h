// Which rows of the change report a person asks for.
#pragma once

#include <string_view>

#include "office/school.h"
#include "projections/change_report.h"
#include "terminal/arguments.h"

namespace letopis::reading {

inline constexpr std::size_t kChangeRowsShown = 200;  // without --limit

// Reads class, subject, pupil, teacher, from, to, type, late, void, elsewhere, limit and
// as-of. Refuses what
// SchoolReader's searches refuse, and changes.type.
Result<projections::ChangeFilter> read_change_filter(const office::SchoolReader& school,
                                                     const terminal::Arguments& arguments);

// "adjustment": as --type and --json have it.
std::string_view entry_type_code(projections::EntryType type);

}  // namespace letopis::reading

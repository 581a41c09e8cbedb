// Which rows of the change report a person asks for.
#pragma once

#include <string_view>

#include "projections/change_report.h"
#include "server/school.h"
#include "terminal/arguments.h"

namespace letopis::server {

inline constexpr std::size_t kChangeRowsShown = 200;  // without --limit

// Reads class, subject, pupil, teacher, from, to, type, late, void, elsewhere, limit and
// as-of. Refuses what
// SchoolReader's searches refuse, and changes.type.
Result<projections::ChangeFilter> read_change_filter(const SchoolReader& school,
                                                     const terminal::Arguments& arguments);

// "adjustment": as --type and --json have it.
std::string_view entry_type_code(projections::EntryType type);

}  // namespace letopis::server

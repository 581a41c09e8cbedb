// Whether a request says what its report needs, about what the log has.
#pragma once

#include "projections/directory_reader.h"
#include "reports/request.h"

namespace letopis::reports {

// The academic year that holds the days. Refuses report.missing, report.needless, report.unknown
// (a class, group, subject, person or period that the log does not have as of that size),
// report.group (the group is of another class) and report.span (no year holds all the days, or they
// end before they begin).
Result<events::YearOpened> check_request(const projections::Directory& directory,
                                         const Request& request);

}  // namespace letopis::reports

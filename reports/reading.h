// Who may read which report: whoever may read the view that its row names, about what the request
// asks for. ACC-03 to ACC-08, ACC-12.
#pragma once

#include "events/views.h"
#include "reports/request.h"

namespace letopis::reports {

// Refuses reading.no_role and reading.out_of_reach, naming the report, with the clause that the
// regulation has (rules/reading.h). Requires: what the request names is in the log.
Outcome may_read(const Request& request, const Reader& reader, const events::ViewReader& views);

}  // namespace letopis::reports

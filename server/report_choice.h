// Which report a person asks for, of what, and as of which log.
#pragma once

#include "reports/request.h"
#include "server/school.h"
#include "terminal/arguments.h"

namespace letopis::server {

// The log as it was at that size. Refuses report.size (0, or beyond the log) and paper_code.origin
// (an origin too long for a sheet's code).
Result<reports::LogState> log_state(const SchoolReader& school, std::uint64_t size);

struct ReportChoice {
  reports::Request request;
  reports::LogState log;
};

// Reads report, class, subject, period, pupil, teacher, from, to, as-of, size. Without a span: the
// period's, or the whole year. A pupil's class need not be named. Refuses what SchoolReader's
// searches refuse, report.unknown, report.no_period, report.two_sizes and report.no_teacher.
Result<ReportChoice> choose_report(const SchoolReader& school, const terminal::Arguments& arguments,
                                   terminal::Language language);

}  // namespace letopis::server

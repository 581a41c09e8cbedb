// Which report a person asks for, of what, and as of which log.
#pragma once

#include "office/school.h"
#include "reports/request.h"
#include "terminal/arguments.h"

namespace letopis::reading {

// The log as it was at that size. Refuses report.size (0, or beyond the log) and paper_code.origin
// (an origin too long for a sheet's code).
Result<reports::LogState> log_state(const office::SchoolReader& school, std::uint64_t size);

struct ReportChoice {
  reports::Request request;
  reports::LogState log;
};

// Reads report, class, group, subject, period, pupil, teacher, from, to, as-of, size. Without a
// span: the period's, or the whole year. A pupil's class need not be named, nor a group's. Refuses
// what SchoolReader's searches refuse, report.unknown, report.no_period, report.two_sizes,
// report.no_teacher and report.no_group.
Result<ReportChoice> choose_report(const office::SchoolReader& school,
                                   const terminal::Arguments& arguments,
                                   terminal::Language language);

// Whoever asks, by --as: a number, or the beginning of a full name. Empty without it: the owner of
// the folder, who can read all that lies in it. Refuses report.no_reader.
Result<std::optional<reports::Reader>> choose_reader(const office::SchoolReader& school,
                                                     const terminal::Arguments& arguments);

}  // namespace letopis::reading

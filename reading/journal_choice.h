// Which page of which journal a person asks for, by class, subject and time.
#pragma once

#include <optional>
#include <string>

#include "office/school.h"
#include "projections/journal_page.h"
#include "terminal/arguments.h"

namespace letopis::reading {

struct JournalChoice {
  projections::ClassInfo school_class;
  events::SubjectRegistered subject;
  std::optional<events::PeriodDeclared> period;  // empty: a span of its own
  projections::JournalQuery query;
  std::uint64_t log_size = 0;  // as which it is read
};

// Reads class, subject, group, quarter, from, to and as-of. Refuses what SchoolReader's searches
// refuse, journal.no_group, journal.no_period and journal.span.
Result<JournalChoice> choose_journal(const office::SchoolReader& school,
                                     const terminal::Arguments& arguments);

// «5а · Математика · 2 четверть 2025/26».
std::string journal_heading(const JournalChoice& choice, terminal::Language language);

// The reporting periods of a year that a grade has: quarters, or half-years; without the year.
std::vector<events::PeriodDeclared> periods_of_grade(const projections::Directory& directory,
                                                     events::YearNumber year, unsigned grade);

}  // namespace letopis::reading

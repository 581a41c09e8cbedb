// What the regulation of a day asks of a journal, read for rules and projections. Silence enforces
// nothing: each function says what it then means.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/words_journal.h"
#include "regulations/lateness.h"
#include "regulations/parameters.h"

namespace letopis::regulations {

// What is owed in a grade; silent: all of it.
struct GradeRules {
  bool marks = true;
  bool homework = true;
  bool topics = true;
  std::string marks_clause;     // of the clause that takes marks away; empty iff they are owed
  std::string homework_clause;  // of the clause that takes homework away
  std::string topics_clause;    // of the clause that takes topics away
  bool operator==(const GradeRules&) const = default;
};
GradeRules grade_rules(const Parameters& parameters, unsigned grade);

// Homework may be left out («в случае, если … задается»); silent: no.
bool homework_is_optional(const Parameters& parameters);

// Silent: no.
bool everyone_present_is_marked(const Parameters& parameters);
bool locks_after_period_marks(const Parameters& parameters);
bool has_parallel_paper_journal(const Parameters& parameters);

// Entries must be in Russian; silent: no.
bool entries_are_in_russian(const Parameters& parameters);

// Lessons of which kinds must have a topic; silent: none must.
std::set<events::LessonKind> kinds_with_mandatory_topics(const Parameters& parameters);

// Where the period marks of who is taught at home stand; silent, or naming no journal: in either.
struct HomeMarks {
  bool in_class_journal = true;
  bool in_own_journal = true;
  std::string clause;
  bool operator==(const HomeMarks&) const = default;
};
HomeMarks home_schooling_marks(const Parameters& parameters);

// Reporting periods that the school has; silent: empty.
std::set<events::PeriodKind> reporting_periods(const Parameters& parameters);

// What the administrator may set `edit.window` to; silent: any window that parameters know.
std::vector<std::string> edit_window_choices(const Parameters& parameters);

// A first entry of this kind past its term is refused, not only flagged; silent: no. A change past
// its window always is.
bool refuses_late(EntryKind kind, const Parameters& parameters);

// The product's own parameters for a proposed period mark. Silent: 500, and 3 marks, 5 in a
// half-year.
unsigned rounding_threshold_thousandths(const Parameters& parameters);
unsigned least_marks(const Parameters& parameters, events::PeriodKind period);

// The clause that has marks of lessons entered at listed points of operation only; silent: empty.
std::optional<std::string> clause_of_marks_at_points(const Parameters& parameters);

// How many media an archive takes at least; silent: 2.
unsigned least_archive_media(const Parameters& parameters);

}  // namespace letopis::regulations

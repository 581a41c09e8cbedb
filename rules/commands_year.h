// What the office wishes of the academic year: to open and close it, and to bring everyone into the
// next one. SET-02, SET-07, SET-11.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

struct PeriodWish {
  events::PeriodKind kind = {};
  std::uint16_t ordinal = 0;
  events::Day first_day;
  events::Day last_day;
  std::uint16_t first_grade = 1;
  std::uint16_t last_grade = 11;
};

struct CalendarDayWish {
  events::Day day;
  events::CalendarDayKind kind = {};
  std::string title;
};

// A year with its periods and its special days.
struct OpenYear {
  events::Day first_day;
  events::Day last_day;
  std::optional<events::Order> order;
  std::vector<PeriodWish> periods;
  std::vector<CalendarDayWish> days;
};

struct CloseYear {
  events::YearNumber year;
  events::Order order;
};

// All classes that stand at the end of a year enter the next grade of the next year with all their
// pupils; those of the last grade graduate, and their classes close, on `day`. Who is kept back or
// moves on alone is said before, pupil by pupil: whoever has been promoted already is passed over.
struct PromoteAll {
  events::YearNumber from;
  events::YearNumber to;
  events::Day day;
  events::Order order;
  std::uint16_t last_grade = 11;
};

// The facts of each. PromoteAll refuses subject.missing (no such year) and promote.order (the
// second year does not come after the first).
Result<std::vector<events::Fact>> facts_of(const OpenYear& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const CloseYear& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const PromoteAll& wish, events::PersonNumber author,
                                           const SchoolNow& school);

}  // namespace letopis::rules

// Which days are school days: the week, declared days off, moved working days, and the periods of
// a year with the holidays between them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "events/facts_school.h"

namespace letopis::regulations {

// A fold over the facts of the calendar; facts of one day come in the order of the log, the later
// counts. A plain value; one thread at a time.
class Calendar {
 public:
  void apply(const events::SchoolDescribed& school);  // school days a week, 5 or 6
  void apply(const events::CalendarDayDeclared& declared);
  void apply(const events::PeriodDeclared& period);

  // A day of the school week (or a declared working day), not declared off, and inside a quarter or
  // half-year of that grade; without a grade: of any. As long as none is declared, no day is a
  // holiday.
  bool is_school_day(events::Day day, std::optional<unsigned> grade = std::nullopt) const;

  // Monday to Friday unless declared otherwise: the days that terms in working days count.
  bool is_working_day(events::Day day) const;

  bool is_shortened(events::Day day) const;

  // The first school day after `day`; empty iff there is none within a year.
  std::optional<events::Day> next_school_day(events::Day day,
                                             std::optional<unsigned> grade = std::nullopt) const;

  // The day on which `count` working days after `day` have passed.
  events::Day plus_working_days(events::Day day, unsigned count) const;

 private:
  std::optional<events::CalendarDayKind> declared(events::Day day) const;
  bool in_a_period(events::Day day, std::optional<unsigned> grade) const;

  unsigned school_days_a_week_ = 5;
  std::map<events::Day, events::CalendarDayKind> declared_;
  std::vector<events::PeriodDeclared> periods_;
};

}  // namespace letopis::regulations

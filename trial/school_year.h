// The days of the year 2025/26: periods, holidays, school days and bells.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "events/values.h"
#include "regulations/cadence.h"
#include "regulations/calendar.h"
#include "trial/dates.h"
#include "trial/school.h"
#include "trial/settings.h"

namespace letopis::trial {

inline constexpr events::Day kFirstDay = day_of(2025, 9, 1);
inline constexpr events::Day kLastDay = day_of(2026, 5, 26);
inline constexpr unsigned kHalfYearsFrom = 10;  // grade, in a school that has half-years

// A reporting period: a quarter, a half-year or the whole year.
struct Term {
  events::PeriodKind kind = {};
  unsigned ordinal = 0;  // from 1
  events::Day first;
  events::Day last;
  unsigned first_grade = 0;
  unsigned last_grade = 0;      // before the first: the school has no such period
  events::PeriodNumber number;  // once the log has heard of it
  bool covers(unsigned grade) const { return first_grade <= grade && grade <= last_grade; }
  bool is_kept() const { return first_grade <= last_grade; }
};

class SchoolYear {
 public:
  explicit SchoolYear(const Settings& settings);

  const std::vector<CalendarDay>& calendar() const { return calendar_; }
  // The quarters, the half-years, then the year.
  std::vector<Term>& terms() { return terms_; }
  const std::vector<Term>& terms() const { return terms_; }

  const std::vector<events::Day>& school_days() const { return school_days_; }
  bool is_school_day(events::Day day) const;
  // The first school day at or after a day; empty after the year's last.
  std::optional<events::Day> school_day_from(events::Day day) const;
  // The last one at or before a day; empty before the year's first.
  std::optional<events::Day> school_day_until(events::Day day) const;
  bool is_shortened(events::Day day) const { return days_.is_shortened(day); }
  // False for all where the regulation names its periods and half-years are not among them.
  bool has_half_years(unsigned grade) const { return grade >= half_years_from_; }

  // Of a school day: 0 to 3.
  unsigned quarter_of(events::Day day) const;
  // The period at whose end pupils of that grade get marks. Requires: a school day.
  const Term& term_of(events::Day day, unsigned grade) const;
  // The days on which one of the cadences falls due, each a school day: the last before it where it
  // is none itself.
  std::vector<events::Day> days_of(std::span<const regulations::Cadence> cadences) const;
  const regulations::Calendar& days() const { return days_; }

  // Until then teachers make their ordinary entries for lessons of that day.
  events::Instant last_entry(events::Day day, unsigned grade) const;

 private:
  unsigned half_years_from_;  // grade; past the last one where there are none
  regulations::Calendar days_;
  std::vector<CalendarDay> calendar_;
  std::vector<Term> terms_;
  std::vector<events::Day> school_days_;
};

// The bells of ordinary and of shortened days.
std::vector<events::Bell> ordinary_bells();
std::vector<events::Bell> short_bells();

// The federal holidays from 1 September 2025 to 31 August 2026, with the days off that the Labour
// Code, article 112, moves from a week-end to the working day after.
std::vector<CalendarDay> federal_holidays();

}  // namespace letopis::trial

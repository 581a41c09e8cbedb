// How often a duty recurs, and the days on which it then falls due.
//
//   cadence  = "daily"          each school day
//            | "weekly"         the last school day of each week, Monday to Sunday
//            | "twice_monthly"  the last school day of each half of a month: to the 15th, from the
//                               16th
//            | "monthly"        the last school day of each month
//            | "quarter"        the last day of each quarter
//            | "half_year"      the last day of each half-year (school_year.h: half_years)
//            | "year"           the last day of the academic year
//            | "each_period"    the last day of each quarter and half-year that there is
//            | "on_change" | "on_need"   no day: when something happens
//            | "no_term"        owed, while the clause names no day
//   cadences = cadence { "," cadence }
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "regulations/calendar.h"
#include "regulations/school_year.h"

namespace letopis::regulations {

enum class Cadence {
  kDaily,
  kWeekly,
  kTwiceMonthly,
  kMonthly,
  kQuarter,
  kHalfYear,
  kYear,
  kEachPeriod,
  kOnChange,
  kOnNeed,
  kNoTerm
};

std::string_view word_of(Cadence cadence);

// Refuses what the grammar above does not know, and a cadence said twice ("cadence.unreadable").
Result<std::vector<Cadence>> parse_cadences(std::string_view text);

// For one grade, or for the whole school: then the periods of all grades count. A school day is one
// of the academic year, by the calendar.
struct Reckoned {
  const SchoolYear& year;
  const Calendar& calendar;
  std::optional<unsigned> grade;
};

// The days of the academic year on which any of the cadences falls due, in order, each once.
std::vector<events::Day> due_days(std::span<const Cadence> cadences, const Reckoned& in);

// The first of them on `day` or after it; empty iff there is none left in the year.
std::optional<events::Day> next_due_day(std::span<const Cadence> cadences, const Reckoned& in,
                                        events::Day day);

}  // namespace letopis::regulations

// An academic year with its reporting periods, as far as terms are counted from them.
#pragma once

#include <optional>
#include <vector>

#include "events/facts_school.h"

namespace letopis::regulations {

// The log decides how long a year is; past this, days are cut off rather than counted for ever.
inline constexpr int kLongestYearDays = 400;

struct SchoolYear {
  int first_calendar_year = 0;  // 2025 of 2025/26
  events::Day first_day;
  events::Day last_day;                         // not before the first
  std::vector<events::PeriodDeclared> periods;  // of this year, of any kind and grade
};

// Cuts off what is past kLongestYearDays; takes the periods of this year out of all.
SchoolYear school_year(const events::YearOpened& opened,
                       const std::vector<events::PeriodDeclared>& periods);

// Without a grade every period does.
bool concerns(const events::PeriodDeclared& period, std::optional<unsigned> grade);

// Of a grade that has quarters only, «раз в полугодие» means two of them: those that are declared
// for it, or else each pair of quarters, under the number of the later one. Without a grade: of the
// whole school. In the order of their ordinals.
std::vector<events::PeriodDeclared> half_years(const SchoolYear& year,
                                               std::optional<unsigned> grade);

}  // namespace letopis::regulations

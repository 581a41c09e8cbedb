#include "regulations/school_year.h"

#include <algorithm>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

constexpr int kLastCalendarYear = 9998;  // days are written with four digits, and one year follows

}  // namespace

SchoolYear school_year(const events::YearOpened& opened,
                       const std::vector<events::PeriodDeclared>& periods) {
  SchoolYear year;
  year.first_calendar_year = std::clamp<int>(opened.first_calendar_year, 1, kLastCalendarYear);
  year.first_day = opened.first_day;
  year.last_day =
      std::clamp(opened.last_day, opened.first_day, plus_days(opened.first_day, kLongestYearDays));
  for (const events::PeriodDeclared& period : periods) {
    if (period.year == opened.year) year.periods.push_back(period);
  }
  return year;
}

bool concerns(const events::PeriodDeclared& period, std::optional<unsigned> grade) {
  return !grade || (period.first_grade <= *grade && *grade <= period.last_grade);
}

}  // namespace letopis::regulations

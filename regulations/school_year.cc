#include "regulations/school_year.h"

#include <algorithm>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

constexpr int kLastCalendarYear = 9998;  // days are written with four digits, and one year follows

std::vector<events::PeriodDeclared> periods_of(const SchoolYear& year, events::PeriodKind kind,
                                               std::optional<unsigned> grade) {
  std::vector<events::PeriodDeclared> found;
  for (const events::PeriodDeclared& period : year.periods) {
    if (period.kind == kind && concerns(period, grade)) found.push_back(period);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.ordinal < b.ordinal; });
  return found;
}

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

std::vector<events::PeriodDeclared> half_years(const SchoolYear& year,
                                               std::optional<unsigned> grade) {
  auto halves = periods_of(year, events::PeriodKind::kHalfYear, grade);
  if (!halves.empty()) return halves;
  const auto quarters = periods_of(year, events::PeriodKind::kQuarter, grade);
  for (const events::PeriodDeclared& later : quarters) {
    if (later.ordinal % 2 != 0) continue;
    const auto earlier = std::find_if(quarters.begin(), quarters.end(), [&](const auto& one) {
      return one.ordinal + 1 == later.ordinal && (grade || one.first_grade == later.first_grade);
    });
    if (earlier == quarters.end()) continue;
    halves.push_back(later);
    halves.back().kind = events::PeriodKind::kHalfYear;
    halves.back().ordinal = static_cast<std::uint16_t>(later.ordinal / 2);
    halves.back().first_day = earlier->first_day;
  }
  return halves;
}

}  // namespace letopis::regulations

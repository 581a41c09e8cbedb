// Terms that come back with each academic year, and those of the very first start.
//
//   yearly = item { "," item }
//   item   = "before" MM-DD                       the day before is the last in time
//          | "on" MM-DD                           that day is the last in time
//          | days "before" anchor                 that many days before it is the last in time
//          | days "after" anchor                  that many days after it is the last in time
//          | "year_start" | "through_year"        owed each year, while the clause names no day
//   anchor = "each_period" | "year_start"         first days
//   days   = number "d" | number "cd"
//
// Dates from 1 July on lie in the year's first calendar year, earlier ones in the next: "before
// 08-25" of 2025/26 is before 25 August 2025. 29 February is the 28th where there is none. Where a
// date falls within the days after a period's start, the earlier of both counts.
//
//   first  = number "d"      that many days from the registration of the school's profile
//          | "same_day"      the day of the registration
//          | "period_start"  the first day of any period
//          | "before_data"   before personal data enter
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "regulations/school_year.h"

namespace letopis::regulations {

enum class YearlyKind {
  kBeforeDate,
  kOnDate,
  kBeforePeriod,
  kAfterPeriodStart,
  kBeforeYear,
  kAfterYearStart,
  kYearStart,
  kThroughYear
};

struct YearlyTerm {
  YearlyKind kind = YearlyKind::kThroughYear;
  unsigned month = 0;  // of a date
  unsigned day = 0;    // of a date
  unsigned days = 0;   // before or after an anchor
  bool operator==(const YearlyTerm&) const = default;
};

// Refuses what the grammar above does not know ("yearly.unreadable"); so also 30 February.
Result<std::vector<YearlyTerm>> parse_yearly(std::string_view text);

// The last days in time, in order, each once; without a day for what names none. Every quarter and
// half-year counts as a period.
std::vector<events::Day> last_days_in_time(const std::vector<YearlyTerm>& terms,
                                           const SchoolYear& year);

enum class FirstStartKind { kDays, kSameDay, kPeriodStart, kBeforeData };

struct FirstStart {
  FirstStartKind kind = FirstStartKind::kSameDay;
  unsigned days = 0;
  bool operator==(const FirstStart&) const = default;
};

// Refuses "first_start.unreadable".
Result<FirstStart> parse_first_start(std::string_view text);

// The last day in time of a school whose profile was registered on that day; empty iff the clause
// names none.
std::optional<events::Day> last_day_in_time(const FirstStart& start, events::Day registered);

}  // namespace letopis::regulations

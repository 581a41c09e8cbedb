#include "regulations/yearly_term.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

events::Day day(const char* text) { return *parse_iso(text); }

SchoolYear year_from(int first_calendar_year) {
  const std::string first = std::to_string(first_calendar_year);
  const std::string next = std::to_string(first_calendar_year + 1);
  const auto on = [](const std::string& year, const char* rest) { return *parse_iso(year + rest); };
  SchoolYear year;
  year.first_calendar_year = first_calendar_year;
  year.first_day = on(first, "-09-01");
  year.last_day = on(next, "-05-26");
  using enum events::PeriodKind;
  const auto add = [&](events::PeriodKind kind, events::Day from, events::Day to) {
    year.periods.push_back({{1}, {1}, kind, 1, from, to, 1, 11});
  };
  add(kQuarter, on(first, "-09-01"), on(first, "-10-24"));
  add(kQuarter, on(first, "-11-05"), on(first, "-12-30"));
  add(kHalfYear, on(first, "-09-01"), on(first, "-12-30"));
  add(kQuarter, on(next, "-01-12"), on(next, "-03-27"));
  add(kYear, on(first, "-09-01"), on(next, "-05-26"));
  return year;
}

std::vector<std::string> last_days(std::string_view text, int year = 2025) {
  std::vector<std::string> days;
  for (const events::Day one : last_days_in_time(*parse_yearly(text), year_from(year))) {
    days.push_back(iso(one));
  }
  return days;
}

using Days = std::vector<std::string>;

TEST(YearlyTerm, BeforeADateThatDayItselfIsTooLate) {
  RecordProperty("requirement", "SET-08");
  EXPECT_EQ(last_days("before 08-25"), Days{"2025-08-24"});
  EXPECT_EQ(last_days("before 09-01"), Days{"2025-08-31"});
  EXPECT_EQ(last_days("on 09-01"), Days{"2025-09-01"});
}

TEST(YearlyTerm, DatesFromJulyOnLieInTheFirstCalendarYearAndEarlierOnesInTheNext) {
  EXPECT_EQ(last_days("on 07-01"), Days{"2025-07-01"});
  EXPECT_EQ(last_days("on 06-30"), Days{"2026-06-30"});
  EXPECT_EQ(last_days("on 12-31,on 01-01"), (Days{"2025-12-31", "2026-01-01"}));
  EXPECT_EQ(last_days("before 01-01"), Days{"2025-12-31"});
}

TEST(YearlyTerm, TheLeapDayIsTheTwentyEighthWhereThereIsNone) {
  EXPECT_EQ(last_days("on 02-29", 2027), Days{"2028-02-29"});
  EXPECT_EQ(last_days("on 02-29", 2025), Days{"2026-02-28"});
  EXPECT_EQ(last_days("before 02-29", 2027), Days{"2028-02-28"});
  EXPECT_EQ(last_days("before 02-29", 2025), Days{"2026-02-28"});
  EXPECT_EQ(last_days("before 03-01", 2027), Days{"2028-02-29"});
  EXPECT_EQ(last_days("on 02-29", 2099), Days{"2100-02-28"}) << "1900 and 2100 have none";
}

TEST(YearlyTerm, DaysAreCountedFromEachPeriodAndFromTheYear) {
  RecordProperty("requirement", "SET-16");
  EXPECT_EQ(last_days("7d before each_period"), (Days{"2025-08-25", "2025-10-29", "2026-01-05"}));
  EXPECT_EQ(last_days("7d after each_period"), (Days{"2025-09-08", "2025-11-12", "2026-01-19"}));
  EXPECT_EQ(last_days("10cd after year_start"), Days{"2025-09-11"});
  EXPECT_EQ(last_days("5d before year_start"), Days{"2025-08-27"});
}

TEST(YearlyTerm, OfADateAndTheDaysAfterAPeriodsStartTheEarlierCounts) {
  RecordProperty("requirement", "SET-14");
  EXPECT_EQ(last_days("before 09-05,7d after each_period"),
            (Days{"2025-09-04", "2025-11-12", "2026-01-19"}));
  EXPECT_EQ(last_days("before 09-20,7d after each_period"),
            (Days{"2025-09-08", "2025-09-19", "2025-11-12", "2026-01-19"}));
  EXPECT_EQ(last_days("before 09-01,7d after each_period"),
            (Days{"2025-08-31", "2025-09-08", "2025-11-12", "2026-01-19"}))
      << "a date before the period begins is another term";
}

TEST(YearlyTerm, WhatNamesNoDayHasNone) {
  EXPECT_EQ(last_days("year_start"), Days{});
  EXPECT_EQ(last_days("through_year,on 09-01"), Days{"2025-09-01"});
}

TEST(YearlyTerm, WhatTheGrammarDoesNotKnowIsRefused) {
  for (const char* text :
       {"", "before", "before 8-25", "before 02-30", "before 13-01", "before 00-10", "on 04-31",
        "before 08-25 or so", "7wd before each_period", "7d around each_period", "7d before lunch",
        "7d", "before  08-25", "on 09-00", "500d after year_start"}) {
    const auto read = parse_yearly(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "yearly.unreadable");
  }
}

TEST(FirstStart, CountsFromTheRegistrationOfTheProfile) {
  const auto last = [](const char* text) {
    const auto found = last_day_in_time(*parse_first_start(text), day("2024-02-20"));
    return found ? iso(*found) : "none";
  };
  EXPECT_EQ(last("15d"), "2024-03-06") << "across a leap day";
  EXPECT_EQ(last("same_day"), "2024-02-20");
  EXPECT_EQ(last("period_start"), "none");
  EXPECT_EQ(last("before_data"), "none");
  for (const char* text : {"", "15wd", "soon", "15d,20d"}) {
    EXPECT_FALSE(parse_first_start(text)) << text;
  }
}

}  // namespace
}  // namespace letopis::regulations

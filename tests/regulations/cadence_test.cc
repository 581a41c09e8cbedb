#include "regulations/cadence.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

events::Day day(const char* text) { return *parse_iso(text); }

events::PeriodDeclared period(events::PeriodKind kind, const char* first, const char* last,
                              std::uint16_t first_grade, std::uint16_t last_grade) {
  return {{1}, {1}, kind, 1, day(first), day(last), first_grade, last_grade};
}

// 2025/26: two quarters for grades 1 to 9, a half-year for 10 and 11, and the year itself.
std::vector<events::PeriodDeclared> periods() {
  using enum events::PeriodKind;
  return {period(kQuarter, "2025-09-01", "2025-10-24", 1, 9),
          period(kQuarter, "2025-11-05", "2025-12-30", 1, 9),
          period(kHalfYear, "2025-09-01", "2025-12-30", 10, 11),
          period(kYear, "2025-09-01", "2026-02-28", 1, 11)};
}

SchoolYear short_year() {
  return school_year({{1}, 2025, day("2025-09-01"), day("2026-02-28"), std::nullopt}, periods());
}

Calendar calendar() {
  Calendar made;
  made.apply(events::SchoolDescribed{"", "", "Europe/Moscow", 5});
  for (const auto& one : periods()) made.apply(one);
  made.apply({day("2025-09-12"), events::CalendarDayKind::kOff, "карантин"});  // a Friday
  return made;
}

std::vector<std::string> due(std::string_view cadences, std::optional<unsigned> grade = 5u) {
  const SchoolYear year = short_year();
  const Calendar days = calendar();
  std::vector<std::string> found;
  for (const events::Day one : due_days(*parse_cadences(cadences), {year, days, grade})) {
    found.push_back(iso(one));
  }
  return found;
}

using Days = std::vector<std::string>;

TEST(Cadence, EveryWordIsReadAndPrintedAgain) {
  for (int i = 0; i <= static_cast<int>(Cadence::kNoTerm); ++i) {
    const auto cadence = static_cast<Cadence>(i);
    EXPECT_EQ(*parse_cadences(word_of(cadence)), std::vector<Cadence>{cadence});
  }
  EXPECT_EQ(*parse_cadences("quarter, year"),
            (std::vector<Cadence>{Cadence::kQuarter, Cadence::kYear}));
}

TEST(Cadence, AHalfYearIsTwoQuartersWhereNoneIsDeclared) {
  RecordProperty("requirement", "PAP-04");
  using enum events::PeriodKind;
  SchoolYear year = short_year();
  for (std::size_t i = 0; i < year.periods.size(); ++i) {
    if (year.periods[i].kind != kQuarter) continue;
    year.periods[i].ordinal = static_cast<std::uint16_t>(i + 1);
    year.periods[i].period.value = static_cast<std::uint32_t>(i + 1);
  }
  const auto of_fifth = half_years(year, 5);
  ASSERT_EQ(of_fifth.size(), 1U);
  EXPECT_EQ(of_fifth[0].first_day, day("2025-09-01"));
  EXPECT_EQ(of_fifth[0].last_day, day("2025-12-30"));
  EXPECT_EQ(of_fifth[0].ordinal, 1);
  EXPECT_EQ(of_fifth[0].period, events::PeriodNumber{2}) << "the later quarter's";
  EXPECT_EQ(half_years(year, 10), (std::vector{year.periods[2]})) << "as declared";
  EXPECT_EQ(half_years(year, std::nullopt), (std::vector{year.periods[2]}));
  const Calendar days = calendar();
  EXPECT_EQ(due_days(*parse_cadences("half_year"), {year, days, 5u}),
            (std::vector{day("2025-12-30")}));
  EXPECT_EQ(due_days(*parse_cadences("each_period"), {year, days, 5u}),
            (std::vector{day("2025-10-24"), day("2025-12-30")}));
  year.periods[1].ordinal = 3;
  EXPECT_TRUE(half_years(year, 5).empty()) << "a first and a third are no half-year";
}

TEST(Cadence, WhatTheGrammarDoesNotKnowIsRefused) {
  for (const char* text : {"", ",", "yearly", "weekly,", "weekly,weekly", "Weekly", "weekly\n"}) {
    const auto read = parse_cadences(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "cadence.unreadable");
  }
}

TEST(Cadence, DailyIsEachSchoolDay) {
  const auto days = due("daily");
  EXPECT_EQ(days.front(), "2025-09-01");
  EXPECT_EQ(std::count(days.begin(), days.end(), "2025-09-06"), 0) << "a Saturday";
  EXPECT_EQ(std::count(days.begin(), days.end(), "2025-09-12"), 0) << "declared off";
  EXPECT_EQ(std::count(days.begin(), days.end(), "2025-10-27"), 0) << "holidays";
}

TEST(Cadence, WeeklyIsTheLastSchoolDayOfAWeekAndHolidaysOweNothing) {
  const auto days = due("weekly");
  EXPECT_EQ(Days(days.begin(), days.begin() + 3), (Days{"2025-09-05", "2025-09-11", "2025-09-19"}))
      << "the 12th is off, so the week ends on the 11th";
  const auto before = std::find(days.begin(), days.end(), "2025-10-24");
  ASSERT_NE(before, days.end());
  EXPECT_EQ(*(before + 1), "2025-11-07");
  EXPECT_EQ(days.back(), "2025-12-30") << "a Tuesday: the last school day that there is";
}

TEST(Cadence, MonthlyAndTwiceAMonthAreTheLastSchoolDaysOfTheirStretches) {
  RecordProperty("requirement", "ACC-11");
  EXPECT_EQ(due("monthly"), (Days{"2025-09-30", "2025-10-24", "2025-11-28", "2025-12-30"}));
  EXPECT_EQ(due("twice_monthly"), (Days{"2025-09-15", "2025-09-30", "2025-10-15", "2025-10-24",
                                        "2025-11-14", "2025-11-28", "2025-12-15", "2025-12-30"}));
}

TEST(Cadence, PeriodsAreThoseOfTheGrade) {
  RecordProperty("requirement", "PAP-04");
  EXPECT_EQ(due("quarter"), (Days{"2025-10-24", "2025-12-30"}));
  EXPECT_EQ(due("quarter", 10), Days{});
  EXPECT_EQ(due("half_year", 10), Days{"2025-12-30"});
  EXPECT_EQ(due("each_period", 10), Days{"2025-12-30"});
  EXPECT_EQ(due("each_period", std::nullopt), (Days{"2025-10-24", "2025-12-30"}));
  EXPECT_EQ(due("year"), Days{"2026-02-28"});
  EXPECT_EQ(due("quarter,half_year,year"), (Days{"2025-10-24", "2025-12-30", "2026-02-28"}));
}

TEST(Cadence, WhatNamesNoDayHasNone) {
  EXPECT_EQ(due("on_change"), Days{});
  EXPECT_EQ(due("on_need,no_term"), Days{});
  EXPECT_EQ(due("on_change,year"), Days{"2026-02-28"});
}

TEST(Cadence, TheNextDayIsThatDayItselfOrLater) {
  const SchoolYear year = short_year();
  const Calendar days = calendar();
  const auto quarter = *parse_cadences("quarter");
  const auto next = [&](const char* from) {
    const auto found = next_due_day(quarter, {year, days, {}}, day(from));
    return found ? iso(*found) : "none";
  };
  EXPECT_EQ(next("2025-10-24"), "2025-10-24");
  EXPECT_EQ(next("2025-10-25"), "2025-12-30");
  EXPECT_EQ(next("2025-12-31"), "none");
}

TEST(Cadence, AYearThatNeverEndsIsCutOff) {
  const SchoolYear year =
      school_year({{1}, 65535, day("2025-09-01"), {2'000'000'000}, std::nullopt}, {});
  EXPECT_EQ(year.last_day, plus_days(year.first_day, kLongestYearDays));
  EXPECT_EQ(year.first_calendar_year, 9998);
  const SchoolYear backwards =
      school_year({{1}, 2025, day("2025-09-01"), day("2024-09-01"), std::nullopt}, {});
  EXPECT_EQ(backwards.last_day, backwards.first_day);
}

}  // namespace
}  // namespace letopis::regulations

#include "regulations/calendar.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

events::Day day(const char* text) { return *parse_iso(text); }

events::PeriodDeclared period(events::PeriodKind kind, const char* first, const char* last,
                              std::uint16_t from_grade, std::uint16_t to_grade) {
  return {{1}, {1}, kind, 1, day(first), day(last), from_grade, to_grade};
}

Calendar two_quarters() {
  Calendar calendar;
  calendar.apply(events::SchoolDescribed{"Школа", "Школа", "Europe/Moscow", 5});
  calendar.apply(period(events::PeriodKind::kQuarter, "2025-09-01", "2025-10-24", 5, 9));
  calendar.apply(period(events::PeriodKind::kQuarter, "2025-11-05", "2025-12-30", 5, 9));
  calendar.apply(period(events::PeriodKind::kYear, "2025-09-01", "2026-05-26", 5, 9));
  return calendar;
}

TEST(Calendar, AWeekHasFiveOrSixSchoolDays) {
  Calendar calendar = two_quarters();
  EXPECT_TRUE(calendar.is_school_day(day("2025-09-05")));
  EXPECT_FALSE(calendar.is_school_day(day("2025-09-06")));
  calendar.apply(events::SchoolDescribed{"Школа", "Школа", "Europe/Moscow", 6});
  EXPECT_TRUE(calendar.is_school_day(day("2025-09-06")));
  EXPECT_FALSE(calendar.is_school_day(day("2025-09-07")));
}

TEST(Calendar, BetweenPeriodsAreHolidays) {
  const Calendar calendar = two_quarters();
  EXPECT_TRUE(calendar.is_school_day(day("2025-10-24")));
  EXPECT_FALSE(calendar.is_school_day(day("2025-10-27")));
  EXPECT_FALSE(calendar.is_school_day(day("2025-08-29")));
  EXPECT_EQ(calendar.next_school_day(day("2025-10-24")), day("2025-11-05"));
}

TEST(Calendar, GradesHavePeriodsOfTheirOwn) {
  Calendar calendar = two_quarters();
  calendar.apply(period(events::PeriodKind::kHalfYear, "2025-09-01", "2025-12-30", 10, 11));
  EXPECT_TRUE(calendar.is_school_day(day("2025-10-27"), 10));
  EXPECT_FALSE(calendar.is_school_day(day("2025-10-27"), 7));
  EXPECT_TRUE(calendar.is_school_day(day("2025-10-27"))) << "in some grade";
}

TEST(Calendar, DeclaredDaysOffAndMovedWorkingDaysCount) {
  Calendar calendar = two_quarters();
  calendar.apply({day("2025-11-04"), events::CalendarDayKind::kOff, "День народного единства"});
  calendar.apply({day("2025-11-05"), events::CalendarDayKind::kOff, "карантин"});
  calendar.apply({day("2025-11-08"), events::CalendarDayKind::kWorking, "рабочая суббота"});
  EXPECT_FALSE(calendar.is_school_day(day("2025-11-05")));
  EXPECT_TRUE(calendar.is_school_day(day("2025-11-08")));
  EXPECT_TRUE(calendar.is_working_day(day("2025-11-08")));
  EXPECT_EQ(calendar.next_school_day(day("2025-11-07")), day("2025-11-08"));
}

TEST(Calendar, AShortenedDayIsASchoolDayStill) {
  Calendar calendar = two_quarters();
  calendar.apply({day("2025-12-30"), events::CalendarDayKind::kShortened, "предпраздничный"});
  EXPECT_TRUE(calendar.is_shortened(day("2025-12-30")));
  EXPECT_TRUE(calendar.is_school_day(day("2025-12-30")));
  EXPECT_FALSE(calendar.is_shortened(day("2025-12-29")));
}

TEST(Calendar, ALaterDeclarationOfADayReplacesTheEarlier) {
  Calendar calendar = two_quarters();
  calendar.apply({day("2025-09-10"), events::CalendarDayKind::kOff, "карантин"});
  calendar.apply({day("2025-09-10"), events::CalendarDayKind::kShortened, "карантин отменён"});
  EXPECT_TRUE(calendar.is_school_day(day("2025-09-10")));
}

TEST(Calendar, WorkingDaysPassOverWeekEndsAndDaysOff) {
  Calendar calendar = two_quarters();
  calendar.apply({day("2025-11-03"), events::CalendarDayKind::kOff, "перенос"});
  calendar.apply({day("2025-11-04"), events::CalendarDayKind::kOff, "праздник"});
  calendar.apply({day("2025-11-01"), events::CalendarDayKind::kWorking, "рабочая суббота"});
  EXPECT_EQ(calendar.plus_working_days(day("2025-10-31"), 0), day("2025-10-31"));
  EXPECT_EQ(calendar.plus_working_days(day("2025-10-31"), 1), day("2025-11-01"));
  EXPECT_EQ(calendar.plus_working_days(day("2025-10-31"), 2), day("2025-11-05"));
  EXPECT_EQ(calendar.plus_working_days(day("2025-10-31"), 7), day("2025-11-12"));
}

TEST(Calendar, AfterTheLastPeriodThereIsNoNextSchoolDay) {
  EXPECT_EQ(two_quarters().next_school_day(day("2025-12-30")), std::nullopt);
}

}  // namespace
}  // namespace letopis::regulations

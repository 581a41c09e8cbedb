#include "regulations/civil_day.h"

#include <gtest/gtest.h>

namespace letopis::regulations {
namespace {

TEST(CivilDay, CountsFromTheFirstOfJanuary1970) {
  EXPECT_EQ(day_of({1970, 1, 1}), events::Day{0});
  EXPECT_EQ(day_of({1969, 12, 31}), events::Day{-1});
  EXPECT_EQ(day_of({2025, 9, 1}), events::Day{20332});
  EXPECT_EQ(civil(events::Day{20332}), (CivilDay{2025, 9, 1}));
}

TEST(CivilDay, EveryDayOfFourCenturiesGoesThereAndBack) {
  for (std::int32_t value = -74510; value < 72000; ++value) {
    const events::Day day{value};
    ASSERT_EQ(day_of(civil(day)), day);
    ASSERT_EQ(*parse_iso(iso(day)), day);
  }
}

TEST(CivilDay, TheWeekBeginsOnMonday) {
  EXPECT_EQ(weekday(day_of({2025, 9, 1})), 1U);
  EXPECT_EQ(weekday(day_of({2025, 9, 7})), 7U);
  EXPECT_EQ(weekday(day_of({1969, 12, 31})), 3U);
}

TEST(CivilDay, AMonthLaterIsTheSameDayOrTheShorterMonthsLast) {
  EXPECT_EQ(plus_month(day_of({2025, 9, 15})), day_of({2025, 10, 15}));
  EXPECT_EQ(plus_month(day_of({2025, 12, 31})), day_of({2026, 1, 31}));
  EXPECT_EQ(plus_month(day_of({2026, 1, 31})), day_of({2026, 2, 28}));
  EXPECT_EQ(plus_month(day_of({2028, 1, 30})), day_of({2028, 2, 29}));
}

TEST(CivilDay, IsWrittenAsPapersAndJournalsHaveIt) {
  const events::Day day = day_of({2025, 9, 1});
  EXPECT_EQ(iso(day), "2025-09-01");
  EXPECT_EQ(russian(day), "01.09.2025");
  EXPECT_EQ(russian_short(day), "01.09");
}

TEST(CivilDay, WhatIsNoDayIsRefused) {
  for (const char* text :
       {"", "2025-9-1", "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01",
        "01.09.2025", "2025-09-01 ", "+025-09-01", "2025-09--1", "2025/09/01"}) {
    const auto day = parse_iso(text);
    ASSERT_FALSE(day) << text;
    EXPECT_EQ(day.refusal().code, "day.unreadable");
  }
  EXPECT_TRUE(parse_iso("2024-02-29"));
}

}  // namespace
}  // namespace letopis::regulations

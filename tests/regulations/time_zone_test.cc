#include "regulations/time_zone.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

constexpr std::int64_t kHour = 60 * 60 * 1000;

TimeZone zone(const char* name) { return *TimeZone::named(name); }
events::Day day(const char* text) { return *parse_iso(text); }

// 2025-09-01 00:00 UTC.
constexpr std::int64_t kFirstOfSeptember = 1'756'684'800'000;

TEST(TimeZone, AnUnknownNameIsRefused) {
  for (const char* name : {"", "Moscow", "Europe/Atlantis", "../etc/passwd"}) {
    const auto unknown = TimeZone::named(name);
    ASSERT_FALSE(unknown) << name;
    EXPECT_EQ(unknown.refusal().code, "time_zone.unknown");
  }
}

TEST(TimeZone, MidnightBelongsToTheNewDay) {
  const TimeZone moscow = zone("Europe/Moscow");
  const events::Instant midnight{kFirstOfSeptember - 3 * kHour};
  EXPECT_EQ(moscow.day_of(midnight), day("2025-09-01"));
  EXPECT_EQ(moscow.minute_of(midnight), 0U);
  EXPECT_EQ(moscow.day_of({midnight.milliseconds - 1}), day("2025-08-31"));
  EXPECT_EQ(moscow.minute_of({midnight.milliseconds - 1}), kMinutesADay - 1);
  EXPECT_EQ(moscow.instant_of(day("2025-09-01"), 0), midnight);
  EXPECT_EQ(moscow.instant_of(day("2025-08-31"), kMinutesADay), midnight);
}

TEST(TimeZone, KamchatkaIsNineHoursAheadOfMoscow) {
  const events::Instant moscow = zone("Europe/Moscow").instant_of(day("2025-09-01"), 17 * 60);
  const events::Instant kamchatka = zone("Asia/Kamchatka").instant_of(day("2025-09-01"), 17 * 60);
  EXPECT_EQ(moscow.milliseconds - kamchatka.milliseconds, 9 * kHour);
  EXPECT_EQ(zone("Asia/Kamchatka").day_of(moscow), day("2025-09-02"));
}

TEST(TimeZone, ADayOfChangeHasTwentyThreeOrTwentyFiveHours) {
  const TimeZone berlin = zone("Europe/Berlin");
  const auto length = [&berlin](const char* text) {
    return berlin.instant_of(day(text), kMinutesADay).milliseconds -
           berlin.instant_of(day(text), 0).milliseconds;
  };
  EXPECT_EQ(length("2025-03-30"), 23 * kHour);
  EXPECT_EQ(length("2025-10-26"), 25 * kHour);
  EXPECT_EQ(length("2025-09-01"), 24 * kHour);
}

TEST(TimeZone, WhatTheClockSkipsIsTheMomentOfTheSkip) {
  const TimeZone berlin = zone("Europe/Berlin");
  const events::Day spring = day("2025-03-30");  // 02:00 → 03:00
  EXPECT_EQ(berlin.instant_of(spring, 2 * 60 + 30), berlin.instant_of(spring, 3 * 60));
}

TEST(TimeZone, WhatTheClockShowsTwiceIsTheFirstTime) {
  const TimeZone berlin = zone("Europe/Berlin");
  const events::Day autumn = day("2025-10-26");  // 03:00 → 02:00
  const events::Instant first = berlin.instant_of(autumn, 2 * 60 + 30);
  EXPECT_EQ(first.milliseconds - berlin.instant_of(autumn, 0).milliseconds, 5 * kHour / 2);
  EXPECT_EQ(berlin.minute_of(first), 150U);
  EXPECT_EQ(berlin.minute_of({first.milliseconds + kHour}), 150U);
}

TEST(TimeZone, AZoneThatOnceChangedItsOffsetKeepsItsPast) {
  const TimeZone moscow = zone("Europe/Moscow");  // UTC+4 until October 2014
  const auto offset = [&moscow](const char* text) {
    return std::int64_t{day(text).value} * 24 * kHour -
           moscow.instant_of(day(text), 0).milliseconds;
  };
  EXPECT_EQ(offset("2014-09-01"), 4 * kHour);
  EXPECT_EQ(offset("2015-09-01"), 3 * kHour);
}

}  // namespace
}  // namespace letopis::regulations

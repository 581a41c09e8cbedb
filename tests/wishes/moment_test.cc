#include "wishes/moment.h"

#include <gtest/gtest.h>

namespace letopis::wishes {
namespace {

constexpr std::int64_t kMorningMs = 1'759'475'700'000;  // 3 October 2025, 07:15 UTC

TEST(Moment, IsTheSameInEveryOffset) {
  for (const auto* text : {"2025-10-03T10:15:00+03:00", "2025-10-03T07:15:00Z", "2025-10-03T07:15Z",
                           "2025-10-03T02:45:00-04:30", "2025-10-03T07:15:00.000Z"}) {
    const auto moment = parse_moment(text);
    ASSERT_TRUE(moment.has_value()) << text;
    EXPECT_EQ(moment->milliseconds, kMorningMs) << text;
  }
  EXPECT_EQ(parse_moment("2025-10-03T10:15:00.250+03:00")->milliseconds, kMorningMs + 250);
}

TEST(Moment, WithoutOffsetOrOfNoSuchTimeIsRefused) {
  for (const auto* text :
       {"", "2025-10-03", "2025-10-03T10:15:00", "2025-10-03 10:15:00+03:00",
        "2025-02-29T10:15:00+03:00", "2025-10-03T24:00:00Z", "2025-10-03T10:60:00Z",
        "2025-10-03T10:15:60Z", "2025-10-03T10:15:00+3:00", "2025-10-03T10:15:00+03:00 ",
        "2025-10-03T10:15:00.25Z", "2025-10-03T10:15:00+24:00", "2025-10-03T-1:15:00Z"}) {
    const auto moment = parse_moment(text);
    ASSERT_FALSE(moment.has_value()) << text;
    EXPECT_EQ(moment.refusal().code, "moment.unreadable") << text;
  }
}

TEST(Moment, IsPrintedByTheSchoolsClock) {
  const auto moscow = regulations::TimeZone::named("Europe/Moscow");
  const auto newfoundland = regulations::TimeZone::named("America/St_Johns");
  ASSERT_TRUE(moscow.has_value() && newfoundland.has_value());
  EXPECT_EQ(print_moment({kMorningMs}, *moscow), "2025-10-03T10:15:00+03:00");
  EXPECT_EQ(print_moment({kMorningMs}, *newfoundland), "2025-10-03T04:45:00-02:30");
  EXPECT_EQ(print_moment({kMorningMs + 7}, *moscow), "2025-10-03T10:15:00.007+03:00");
  EXPECT_EQ(print_moment({-1}, *moscow), "1970-01-01T02:59:59.999+03:00");
}

TEST(Moment, ReadsBackWhatItPrints) {
  const auto zone = regulations::TimeZone::named("Europe/Berlin");
  ASSERT_TRUE(zone.has_value());
  // Around the night in which the clock of Berlin shows an hour twice.
  for (std::int64_t ms = 1'761'436'800'000; ms < 1'761'447'600'000; ms += 599'999) {
    EXPECT_EQ(parse_moment(print_moment({ms}, *zone))->milliseconds, ms);
  }
}

TEST(Moment, TheFirstAndTheLastDayOfTheCalendarAreRefused) {
  for (const auto* text : {"0001-01-01T12:00:00Z", "9999-12-31T12:00:00Z"}) {
    EXPECT_FALSE(parse_moment(text).has_value()) << text;
  }
  EXPECT_TRUE(parse_moment("9999-12-30T23:59:59-12:00").has_value());
}

}  // namespace
}  // namespace letopis::wishes

#include "terminal/text.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::terminal {
namespace {

constexpr auto kRussian = Language::kRussian;
constexpr auto kEnglish = Language::kEnglish;

TEST(Text, RussianCountsTakeTheirForm) {
  const auto entries = [](std::uint64_t count) { return counted(kRussian, count, kEntryNoun); };
  EXPECT_EQ(entries(0), "0 записей");
  EXPECT_EQ(entries(1), "1 запись");
  EXPECT_EQ(entries(2), "2 записи");
  EXPECT_EQ(entries(4), "4 записи");
  EXPECT_EQ(entries(5), "5 записей");
  EXPECT_EQ(entries(11), "11 записей");
  EXPECT_EQ(entries(12), "12 записей");
  EXPECT_EQ(entries(14), "14 записей");
  EXPECT_EQ(entries(21), "21 запись");
  EXPECT_EQ(entries(111), "111 записей");
  EXPECT_EQ(entries(122), "122 записи");
  EXPECT_EQ(counted(kEnglish, 1, kEntryNoun), "1 entry");
  EXPECT_EQ(counted(kEnglish, 21, kEntryNoun), "21 entries");
}

TEST(Text, LongNumbersAreGrouped) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(9999), "9999");
  EXPECT_EQ(grouped(10'000), "10\u00a0000");
  EXPECT_EQ(grouped(123'456), "123\u00a0456");
  EXPECT_EQ(grouped(1'234'567), "1\u00a0234\u00a0567");
}

TEST(Text, FractionsAndPercentsFollowTheLanguage) {
  EXPECT_EQ(decimal(kRussian, 3.456, 2), "3,46");
  EXPECT_EQ(decimal(kEnglish, 3.456, 2), "3.46");
  EXPECT_EQ(percent(kRussian, 74.25), "74,2\u00a0%");
  EXPECT_EQ(percent(kEnglish, 100.0, 0), "100%");
  EXPECT_EQ(percent(kRussian, std::nullopt), "—");
}

TEST(Text, DaysAndMomentsFollowTheLanguageAndTheSchoolsWall) {
  const auto day = regulations::day_of({2026, 1, 5});
  EXPECT_EQ(day_text(kRussian, day), "05.01.2026");
  EXPECT_EQ(day_text(kEnglish, day), "2026-01-05");
  const auto zone = regulations::TimeZone::named("Asia/Kamchatka");
  ASSERT_TRUE(zone);
  const events::Instant moment{1'767'571'205'000};  // 2026-01-05 00:00:05 UTC
  EXPECT_EQ(moment_text(kRussian, moment, *zone), "05.01.2026 12:00");
  EXPECT_EQ(moment_with_seconds(kEnglish, moment, *zone), "2026-01-05 12:00:05");
}

TEST(Text, LongDigestsAreShortened) {
  EXPECT_EQ(shortened("0123456789abcdef0123"), "01234567…0123");
  EXPECT_EQ(shortened("0123456789abc"), "0123456789abc");
}

}  // namespace
}  // namespace letopis::terminal

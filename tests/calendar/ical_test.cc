#include "calendar/ical.h"

#include <gmock/gmock.h>

#include "regulations/civil_day.h"

namespace letopis::calendar {
namespace {

using testing::HasSubstr;
using testing::Not;

Entry lesson() {
  Entry entry;
  entry.uid = "lesson-1@example";
  entry.when = Span{{1'773'207'000'000}, {1'773'209'700'000}};  // 2026-03-11, 8:30 in Moscow
  entry.summary = "Алгебра";
  return entry;
}

std::string printed(Entry entry) {
  return print_calendar({"Школа", "Europe/Moscow", {1'773'176'400'000}, {std::move(entry)}});
}

TEST(Calendar, HasMomentsInUtcAndEndsItsLines) {
  const auto text = printed(lesson());
  EXPECT_THAT(text, HasSubstr("DTSTART:20260311T053000Z\r\nDTEND:20260311T061500Z\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTAMP:20260310T210000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("UID:lesson-1@example\r\n"));
  EXPECT_THAT(text, HasSubstr("STATUS:CONFIRMED\r\n"));
  EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_TRUE(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("LOCATION"))) << "nobody said where";
}

TEST(Calendar, AWholeDayHasNoTimeAndEndsOnTheNext) {
  auto entry = lesson();
  entry.when = *regulations::parse_iso("2025-12-31");
  const auto text = printed(entry);
  EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n"));
}

TEST(Calendar, TellsRevisionsAndCancellation) {
  auto entry = lesson();
  entry.sequence = 3;
  entry.cancelled = true;
  EXPECT_THAT(printed(entry), HasSubstr("SEQUENCE:3\r\nSTATUS:CANCELLED\r\n"));
}

TEST(Calendar, TextIsEscapedAndBringsNoLinesOfItsOwn) {
  auto entry = lesson();
  entry.description = "a,b;c\\d\nEND:VEVENT\r\x01\x7f";
  EXPECT_THAT(printed(entry), HasSubstr("DESCRIPTION:a\\,b\\;c\\\\d\\nEND:VEVENT\r\nEND:VEVENT"));
}

TEST(Calendar, NoLineIsLongerThan75OctetsAndNoLetterIsParted) {
  for (std::size_t length = 60; length < 160; ++length) {
    auto entry = lesson();
    entry.summary.clear();
    for (std::size_t i = 0; i < length; ++i) entry.summary += i % 3 == 0 ? "x" : "ж";
    const auto text = printed(entry);
    std::string unfolded;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find("\r\n", at);
      ASSERT_NE(end, text.npos);
      const auto line = text.substr(at, end - at);
      ASSERT_LE(line.size(), kMostLineOctets);
      ASSERT_NE(static_cast<unsigned char>(line.back()) & 0xC0U, 0xC0U) << "a letter begun";
      unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
      at = end + 2;
    }
    ASSERT_THAT(unfolded, HasSubstr("SUMMARY:" + entry.summary + "\n"));
  }
}

TEST(Calendar, MomentsBefore1970AreWrittenToo) {
  auto entry = lesson();
  entry.when = Span{{-1'000}, {0}};
  EXPECT_THAT(printed(entry), HasSubstr("DTSTART:19691231T235959Z\r\nDTEND:19700101T000000Z"));
}

}  // namespace
}  // namespace letopis::calendar

#include "trial/calendar_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "trial/dates.h"
#include "trial/school_year.h"

namespace letopis::trial {
namespace {

using events::CalendarDayKind;

std::string with_days(std::string_view days) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<calendar year=\"2026\" lang=\"ru\">\n"
      "<holidays><holiday id=\"1\" title=\"День России\"/></holidays>\n<days>\n{}\n</days>\n"
      "</calendar>",
      days);
}

std::string code_of(std::string_view xml) {
  const auto days = read_calendar(xml);
  return days ? "" : days.refusal().code;
}

TEST(CalendarFile, ReadsDaysInTheOrderOfTimeWithTheirTitles) {
  const auto days =
      read_calendar(with_days("<day d=\"06.12\" t=\"1\" h=\"1\"/>\n"
                              "<day d=\"01.09\" t=\"1\" f=\"01.03\"/>\n"
                              "<day d=\"04.30\" t=\"2\"/><day d=\"11.01\" t=\"3\"/>"));
  ASSERT_TRUE(days) << days.refusal().says.en;
  ASSERT_EQ(days->size(), 4U);
  EXPECT_EQ((*days)[0], (CalendarDay{day_of(2026, 1, 9), CalendarDayKind::kOff,
                                     "Перенос выходного дня с 3 января"}));
  EXPECT_EQ((*days)[1], (CalendarDay{day_of(2026, 4, 30), CalendarDayKind::kShortened, ""}));
  EXPECT_EQ((*days)[2], (CalendarDay{day_of(2026, 6, 12), CalendarDayKind::kOff, "День России"}));
  EXPECT_EQ((*days)[3], (CalendarDay{day_of(2026, 11, 1), CalendarDayKind::kWorking, ""}));
}

TEST(CalendarFile, BrokenFilesAreRefusedByLine) {
  EXPECT_EQ(code_of(""), "calendar.size");
  EXPECT_EQ(code_of(std::string(kMaxCalendarBytes + 1, ' ')), "calendar.size");
  EXPECT_EQ(code_of("not a calendar"), "calendar.xml");
  EXPECT_EQ(code_of("<calendar year=\"2026\"><days>"), "calendar.xml");
  EXPECT_EQ(code_of("<days/>"), "calendar.xml");
  EXPECT_EQ(code_of("<calendar/>"), "calendar.year");
  EXPECT_EQ(code_of("<calendar year=\"26\"/>"), "calendar.year");
  EXPECT_EQ(code_of("<calendar year=\"20x6\"/>"), "calendar.year");
  EXPECT_EQ(code_of(with_days("<day d=\"02.29\" t=\"1\"/>")), "calendar.day");
  EXPECT_EQ(code_of(with_days("<day d=\"2.20\" t=\"1\"/>")), "calendar.day");
  EXPECT_EQ(code_of(with_days("<day t=\"1\"/>")), "calendar.day");
  EXPECT_EQ(code_of(with_days("<day d=\"02.20\" t=\"1\"/><day d=\"02.20\" t=\"2\"/>")),
            "calendar.day");
  EXPECT_EQ(code_of(with_days("<day d=\"02.20\" t=\"4\"/>")), "calendar.kind");
  EXPECT_EQ(code_of(with_days("<day d=\"02.20\"/>")), "calendar.kind");
  EXPECT_EQ(code_of(with_days("<day d=\"02.20\" t=\"1\" h=\"9\"/>")), "calendar.reference");
  EXPECT_EQ(code_of(with_days("<day d=\"02.20\" t=\"1\" f=\"13.01\"/>")), "calendar.reference");
  EXPECT_EQ(code_of("<calendar year=\"2026\"><holidays><holiday id=\"1\"/></holidays></calendar>"),
            "calendar.holiday");
  const auto days =
      read_calendar(with_days("<day d=\"02.20\" t=\"1\"/>\n<day d=\"02.30\" t=\"1\"/>"));
  ASSERT_FALSE(days);
  EXPECT_NE(days.refusal().says.en.find("line 6"), std::string::npos) << days.refusal().says.en;
}

TEST(CalendarFile, ReadsThePublishedCalendarsOfTheYear) {
  Settings settings;
  for (const char* name : {"calendar-ru-2025.xml", "calendar-ru-2026.xml"}) {
    const std::filesystem::path path = std::filesystem::path(LETOPIS_SHARED_DIR "/data") / name;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the published calendars are not here";
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    const auto days = read_calendar(text.str());
    ASSERT_TRUE(days) << days.refusal().says.en;
    settings.calendar.insert(settings.calendar.end(), days->begin(), days->end());
  }
  EXPECT_EQ(settings.calendar.size(), 45U);
  const SchoolYear given(settings);
  const SchoolYear plain{Settings{}};
  EXPECT_EQ(given.school_days(), plain.school_days());
  EXPECT_TRUE(given.is_shortened(day_of(2026, 4, 30)));
}

}  // namespace
}  // namespace letopis::trial

#include "trial/school_year.h"

#include <gtest/gtest.h>

namespace letopis::trial {
namespace {

TEST(SchoolYear, HasLessonsOnWeekdaysOfTheQuartersOnly) {
  const SchoolYear year{Settings{}};
  EXPECT_TRUE(year.is_school_day(day_of(2025, 9, 1)));
  EXPECT_FALSE(year.is_school_day(day_of(2025, 9, 6)));  // a Saturday
  EXPECT_TRUE(year.is_school_day(day_of(2025, 10, 24)));
  EXPECT_FALSE(year.is_school_day(day_of(2025, 10, 27)));  // autumn holidays
  EXPECT_FALSE(year.is_school_day(day_of(2026, 2, 23)));
  EXPECT_FALSE(year.is_school_day(day_of(2026, 3, 9)));   // moved from Sunday
  EXPECT_FALSE(year.is_school_day(day_of(2026, 5, 11)));  // moved from Saturday
  EXPECT_TRUE(year.is_school_day(day_of(2026, 5, 26)));
  EXPECT_FALSE(year.is_school_day(day_of(2026, 5, 27)));
  EXPECT_EQ(year.school_days().size(), 168U);
}

TEST(SchoolYear, QuartersAndHalfYearsEndWhenTheyShould) {
  const SchoolYear year{Settings{}};
  EXPECT_EQ(year.quarter_of(day_of(2025, 10, 24)), 0U);
  EXPECT_EQ(year.quarter_of(day_of(2025, 11, 5)), 1U);
  EXPECT_EQ(year.quarter_of(day_of(2026, 5, 26)), 3U);
  EXPECT_EQ(year.term_of(day_of(2025, 9, 10), 5).last, day_of(2025, 10, 24));
  EXPECT_EQ(year.term_of(day_of(2025, 9, 10), 10).last, day_of(2025, 12, 30));
  EXPECT_EQ(year.term_of(day_of(2026, 4, 10), 11).first, day_of(2026, 1, 12));
}

TEST(SchoolYear, TakesTheGivenCalendarAndFillsTheYearItLacks) {
  Settings settings;
  settings.calendar = {
      {day_of(2025, 9, 15), events::CalendarDayKind::kOff, "День города"},
      {day_of(2025, 9, 16), events::CalendarDayKind::kShortened, ""},
      {day_of(2025, 9, 20), events::CalendarDayKind::kWorking, ""},
  };
  const SchoolYear year(settings);
  EXPECT_FALSE(year.is_school_day(day_of(2025, 9, 15)));
  EXPECT_TRUE(year.is_shortened(day_of(2025, 9, 16)));
  EXPECT_FALSE(year.is_school_day(day_of(2025, 9, 20)));  // a Saturday has no timetable
  EXPECT_FALSE(year.is_school_day(day_of(2026, 5, 1)));   // 2026 was not given
}

TEST(SchoolYear, KnowsTheMomentsOfMoscow) {
  EXPECT_EQ(moment(day_of(1970, 1, 1), 3, 0).milliseconds, 0);
  EXPECT_EQ(moment(day_of(2025, 9, 1), 8, 30).milliseconds, 1'756'704'600'000);
  EXPECT_EQ(day_at(moment(day_of(2025, 9, 1), 0, 0)), day_of(2025, 9, 1));
  EXPECT_EQ(day_at({moment(day_of(2025, 9, 1), 0, 0).milliseconds - 1}), day_of(2025, 8, 31));
  EXPECT_EQ(day_and_month(day_of(2026, 3, 8)), "8 марта");
}

TEST(SchoolYear, RingsTheBellsWithoutOverlap) {
  for (const auto& bells : {ordinary_bells(), short_bells()}) {
    ASSERT_EQ(bells.size(), kBells);
    for (std::size_t i = 0; i < bells.size(); ++i) {
      EXPECT_EQ(bells[i].ordinal, i + 1);
      EXPECT_LT(bells[i].start_minute, bells[i].end_minute);
      if (i > 0) {
        EXPECT_GE(bells[i].start_minute, bells[i - 1].end_minute);
      }
    }
  }
}

}  // namespace
}  // namespace letopis::trial

#include "calendar/feed.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "netschool/at_home.h"

namespace letopis::calendar {
namespace {

using netschool::AtHome;
using netschool::HomeSchool;
using netschool::kMother;
using netschool::kStranger;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kEnglish;
using projections::kMaths;
using projections::kMathsOfA;
using projections::kVera;

class Feeds : public testing::Test {
 protected:
  Result<Calendar> made(events::PersonNumber reader, std::optional<std::string> of_class = {}) {
    const AtHome at(school_, reader);
    return feed({std::move(of_class), "letopis.example/small"}, at.sight());
  }
  // The one of that day and bell; empty iff there is none.
  std::optional<Entry> entry(events::PersonNumber reader, const std::string& begins) {
    const auto calendar = made(reader);
    EXPECT_TRUE(calendar.has_value());
    for (const auto& one : calendar->entries) {
      if (one.uid.starts_with("lesson-" + begins + "-")) return one;
    }
    return std::nullopt;
  }

  HomeSchool school_;
};

TEST_F(Feeds, APupilHasTheOwnLessonsUnderNamesThatStay) {
  const auto lesson = entry(kAnna, "2025-09-08-2");
  ASSERT_TRUE(lesson.has_value());
  EXPECT_EQ(lesson->uid, "lesson-2025-09-08-2-1@letopis.example/small");
  EXPECT_EQ(lesson->summary, "Математика");
  EXPECT_EQ(std::get<Span>(lesson->when).starts, projections::moscow("2025-09-08", 9, 30));
  EXPECT_EQ(lesson->sequence, 0U);
  EXPECT_TRUE(entry(kAnna, "2025-09-08-3"));
  EXPECT_FALSE(entry(kAnna, "2025-09-08-1")) << "the other group's";
  EXPECT_TRUE(entry(kVera, "2025-09-08-1"));
}

TEST_F(Feeds, ReachSixWeeksAhead) {
  EXPECT_TRUE(entry(kAnna, "2025-10-14-1"));
  school_.set_clock("2025-09-01", 12);
  EXPECT_FALSE(entry(kAnna, "2025-10-14-1"));
  EXPECT_TRUE(entry(kAnna, "2025-10-13-2"));
}

TEST_F(Feeds, AParentHasTheChildsAndATeacherTheOwn) {
  RecordProperty("requirement", "ACC-04");
  EXPECT_TRUE(entry(kMother, "2025-09-08-2"));
  EXPECT_TRUE(entry(kMaths, "2025-09-08-2"));
  EXPECT_FALSE(entry(kMaths, "2025-09-08-3"));
  EXPECT_TRUE(entry(kEnglish, "2025-09-08-3"));
  const auto of_director = made(kDirector);
  ASSERT_TRUE(of_director.has_value()) << "who teaches nothing has the school's events";
  EXPECT_TRUE(of_director->entries.empty());
  EXPECT_TRUE(made(kStranger).refusal().code.starts_with("reading."));
}

TEST_F(Feeds, SeveralChildrenStandSideBySideUnderTheirNames) {
  school_.add(kDirector, events::GuardianLinked{kBoris, kMother, events::Relation::kMother});
  const auto calendar = made(kMother);
  ASSERT_TRUE(calendar.has_value());
  std::set<std::string> uids;
  for (const auto& one : calendar->entries) uids.insert(one.uid);
  EXPECT_EQ(uids.size(), calendar->entries.size());
  EXPECT_TRUE(uids.contains("lesson-2025-09-08-2-1-4@letopis.example/small"));
  EXPECT_TRUE(uids.contains("lesson-2025-09-08-2-1-5@letopis.example/small"));
}

TEST_F(Feeds, OfAClassAnybodyOfTheSchoolMayHave) {
  const auto of_class = made(kEnglish, "5а");
  ASSERT_TRUE(of_class.has_value());
  EXPECT_TRUE(std::any_of(of_class->entries.begin(), of_class->entries.end(), [](const Entry& one) {
    return one.uid.starts_with("lesson-2025-09-08-2-1");
  }));
  EXPECT_EQ(made(kEnglish, "7я").refusal().code, "school.no_class");
}

TEST_F(Feeds, AnEventThatIsCancelledStaysAndSaysSo) {
  RecordProperty("requirement", "COM-03");
  const auto planned = [this] {
    const auto calendar = made(kAnna);
    for (const auto& one : calendar->entries) {
      if (one.uid == "event-4@letopis.example/small") return std::optional(one);
    }
    return std::optional<Entry>();
  };
  school_.add(kDirector, events::EventPlanned{{4}, {}, projections::day("2025-09-12"), {}, {}, {}});
  ASSERT_TRUE(planned());
  EXPECT_FALSE(planned()->cancelled);
  school_.add(kDirector, events::EventCancelled{{4}});
  ASSERT_TRUE(planned());
  EXPECT_TRUE(planned()->cancelled);
  EXPECT_GT(planned()->sequence, 0U);
}

TEST_F(Feeds, WhatIsCancelledStaysAndCountsItsRevisions) {
  school_.add(kDirector, events::LessonCancelled{kMathsOfA, projections::day("2025-09-08"), 2,
                                                 events::CancelGround::kWeather});
  const auto cancelled = entry(kAnna, "2025-09-08-2");
  ASSERT_TRUE(cancelled.has_value());
  EXPECT_TRUE(cancelled->cancelled);
  EXPECT_EQ(cancelled->sequence, 1U);
  EXPECT_THAT(cancelled->description, testing::HasSubstr("Отменён: погода"));
  EXPECT_EQ(entry(kAnna, "2025-09-09-1")->sequence, 0U);
}

TEST_F(Feeds, ASubstitutionIsARevision) {
  school_.substitute(kMathsOfA, kEnglish, "2025-09-08", "2025-09-08");
  const auto lesson = entry(kAnna, "2025-09-08-2");
  ASSERT_TRUE(lesson.has_value());
  EXPECT_EQ(lesson->sequence, 1U);
  EXPECT_THAT(lesson->description, testing::HasSubstr("Замена"));
  EXPECT_EQ(entry(kAnna, "2025-09-09-1")->sequence, 0U);
}

TEST_F(Feeds, TheSameLogGivesTheSameBytesAllDay) {
  const auto morning = print_calendar(*made(kAnna));
  school_.set_clock("2025-09-05", 18);
  EXPECT_EQ(print_calendar(*made(kAnna)), morning);
}

}  // namespace
}  // namespace letopis::calendar

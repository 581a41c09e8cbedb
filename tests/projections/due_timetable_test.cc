// Changes of the timetable: entered in time, late, or lacking where a lesson shows one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kMondayOn = "2025-09-08";
const events::Instant kMidnight = moscow("2025-09-09", 0);

// Mathematics of 5а each Monday at bell 1.
TaughtSchool school_with_timetable() {
  TaughtSchool school =
      school_under({{"timetable.changes.due", "lesson_day", "прил. 1 №26"},
                    {"timetable.changes.by", "director,deputy", "прил. 1 №26; прил. 3 №11"}});
  school.timetable("2025-09-01", "2025-10-24", {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  return school;
}

std::vector<DueItem> changes(const SmallSchool& school, events::Instant now, bool done = false) {
  return due(school, DueKind::kTimetableChange, now, {kMondayOn, "2025-09-14"}, done);
}

TEST(DueTimetable, ALessonHeldAtAnotherBellOwesAChangeUntilItIsEntered) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school = school_with_timetable();
  school.hold(kMathsOfA, kMondayOn, 3);
  const auto owed = changes(school, {kMidnight.milliseconds - 1});
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].clause, "прил. 1 №26");
  EXPECT_THAT(owed[0].who, ElementsAre(kDirector));
  EXPECT_EQ(owed[0].about.bell, 3);
  EXPECT_EQ(owed[0].about.lesson, events::LessonNumber{1});
  EXPECT_EQ(owed[0].deadline->at, kMidnight);
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_TRUE(changes(school, kMidnight)[0].late);
  school.set_clock(kMidnight);
  school.change(kMathsOfA, kMondayOn, 1, std::nullopt);
  EXPECT_THAT(changes(school, kMidnight), SizeIs(1)) << "where it was put is not said yet";
  school.change(kMathsOfA, kMondayOn, 3, kMathsOfA);
  EXPECT_THAT(changes(school, kMidnight), SizeIs(1)) << "nothing stood there to be changed";
}

TEST(DueTimetable, ALessonInPlaceOfAnotherOwesAChangeOnlyWithoutOne) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school = school_with_timetable();
  school.timetable(
      kMondayOn, "2025-10-24",
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kEnglishFirst, kTuesday, 1)});
  school.hold(kEnglishFirst, kMondayOn, 1);
  EXPECT_THAT(changes(school, kMidnight), SizeIs(1));
  school.set_clock({kMidnight.milliseconds - 1});
  school.change(kMathsOfA, kMondayOn, 1, kEnglishFirst);
  EXPECT_THAT(changes(school, kMidnight), IsEmpty());
  const auto done = changes(school, kMidnight, true);
  ASSERT_THAT(done, SizeIs(1));
  EXPECT_EQ(done[0].late, std::nullopt) << "in the last moment of the day";
}

TEST(DueTimetable, ASubstitutionIsOwedByItsFirstDay) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school = school_with_timetable();
  school.set_clock(kMidnight);
  school.substitute(kMathsOfA, kEnglish, kMondayOn, "2025-09-12");
  const auto done = changes(school, kMidnight, true);
  ASSERT_THAT(done, SizeIs(1));
  EXPECT_EQ(done[0].about.day, day(kMondayOn));
  EXPECT_EQ(done[0].late->days, 1);
  EXPECT_THAT(changes(school, kMidnight), IsEmpty()) << "late, and done";
}

TEST(DueTimetable, WhatStandsThereOrNeverDidOwesNoChange) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school = school_with_timetable();
  school.hold(kMathsOfA, kMondayOn, 1);
  school.hold(kEnglishFirst, kMondayOn, 2);
  EXPECT_THAT(changes(school, kMidnight), IsEmpty()) << "English stands in no timetable at all";
}

TEST(DueTimetable, ASilentRegulationSetsNoTerm) {
  TaughtSchool school = school_under({});
  school.timetable("2025-09-01", "2025-10-24", {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.hold(kMathsOfA, kMondayOn, 3);
  school.change(kMathsOfA, kMondayOn, 1, std::nullopt);
  EXPECT_THAT(changes(school, kMidnight, true), IsEmpty());
}

}  // namespace
}  // namespace letopis::projections

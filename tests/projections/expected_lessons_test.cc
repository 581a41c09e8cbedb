#include "projections/expected_lessons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/taught_school.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "1:1" is load 1 at bell 1, "1:1x" the same cancelled.
std::vector<std::string> briefly(const std::vector<ExpectedLesson>& lessons) {
  std::vector<std::string> told;
  for (const ExpectedLesson& one : lessons) {
    told.push_back(std::to_string(one.load.value) + ":" + std::to_string(one.bell) +
                   (one.cancelled ? "x" : ""));
  }
  return told;
}

constexpr const char* kFirst = "2025-09-01";  // a Monday
constexpr const char* kLast = "2025-10-24";

TEST(ExpectedLessons, AnApprovedTimetableOwesItsSlotsOnSchoolDays) {
  RecordProperty("requirement", "SET-08");
  TaughtSchool school;
  school.timetable(
      kFirst, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 2), TaughtSchool::slot(kEnglishFirst, kMonday, 1),
       TaughtSchool::slot(kMathsOfA, kTuesday, 1)});
  const auto monday = school.expected("2025-09-08");
  EXPECT_THAT(briefly(monday), ElementsAre("3:1", "1:2"));
  EXPECT_EQ(monday[0].teacher, kEnglish);
  EXPECT_EQ(monday[0].place, (Place{kFifthA, kForeign, kFirstGroup}));
  EXPECT_EQ(monday[1].end_minute, 10 * 60 + 15);
  EXPECT_THAT(briefly(school.expected("2025-09-09")), ElementsAre("1:1"));
  EXPECT_THAT(school.expected("2025-09-10"), IsEmpty());
}

TEST(ExpectedLessons, WhatNobodyApprovedRulesNothing) {
  RecordProperty("requirement", "SET-08");
  TaughtSchool school;
  const auto timetable = school.enter(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  EXPECT_THAT(school.expected("2025-09-08"), IsEmpty());
  const events::Position before = school.size();
  school.approve(timetable, "2025-09-01");
  EXPECT_THAT(briefly(school.expected("2025-09-08")), ElementsAre("1:1"));
  EXPECT_THAT(school.expected("2025-09-08", before), IsEmpty()) << "as it was known then";
}

TEST(ExpectedLessons, HolidaysOweNothingNorDoDaysBeyondTheTimetable) {
  RecordProperty("requirement", "SET-02");
  TaughtSchool school;
  school.timetable(kFirst, "2025-12-30", {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.add(kDirector, events::CalendarDayDeclared{day("2025-09-15"),
                                                    events::CalendarDayKind::kOff, "День города"});
  EXPECT_THAT(school.expected("2025-09-15"), IsEmpty());
  EXPECT_THAT(school.expected("2025-10-27"), IsEmpty()) << "between two quarters";
  EXPECT_THAT(briefly(school.expected("2025-12-29")), ElementsAre("1:1"));
  EXPECT_THAT(school.expected("2026-01-12"), IsEmpty());
}

TEST(ExpectedLessons, AWorkingSaturdayHasTheSlotsOfASaturday) {
  RecordProperty("requirement", "SET-02");
  TaughtSchool school;
  school.timetable(
      kFirst, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kMathsOfA, kSaturday, 3)});
  EXPECT_THAT(school.expected("2025-09-13"), IsEmpty()) << "five days are taught";
  school.add(kDirector, events::CalendarDayDeclared{day("2025-09-13"),
                                                    events::CalendarDayKind::kWorking, "перенос"});
  EXPECT_THAT(briefly(school.expected("2025-09-13")), ElementsAre("1:3"));
}

TEST(ExpectedLessons, OddAndEvenWeeksAreCountedFromTheFirstOfTheYear) {
  TaughtSchool school;
  school.timetable(kFirst, kLast,
                   {TaughtSchool::slot(kMathsOfA, kMonday, 1, events::DayParity::kOdd),
                    TaughtSchool::slot(kEnglishFirst, kMonday, 1, events::DayParity::kEven)});
  EXPECT_THAT(briefly(school.expected("2025-09-01")), ElementsAre("1:1"));
  EXPECT_THAT(briefly(school.expected("2025-09-08")), ElementsAre("3:1"));
  EXPECT_THAT(briefly(school.expected("2025-09-15")), ElementsAre("1:1"));
}

TEST(ExpectedLessons, OfSeveralTimetablesTheLastOrderNotAfterTheDayCounts) {
  RecordProperty("requirement", "SET-08");
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  const auto later = school.enter(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 4)});
  school.approve(later, "2025-09-22", "9");
  EXPECT_THAT(briefly(school.expected("2025-09-15")), ElementsAre("1:1"));
  EXPECT_THAT(briefly(school.expected("2025-09-22")), ElementsAre("1:4"));
}

TEST(ExpectedLessons, PartsThatOneOrderApprovesAreOneTimetable) {
  TaughtSchool school;
  const auto one = school.enter(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  const auto other = school.enter(kFirst, kLast, {TaughtSchool::slot(kEnglishFirst, kMonday, 2)});
  school.approve(one, kFirst);
  school.approve(other, kFirst);
  EXPECT_THAT(briefly(school.expected("2025-09-08")), ElementsAre("1:1", "3:2"));
}

TEST(ExpectedLessons, ACancelledLessonStaysVisibleAndIsNotToBeHeld) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.add(kDirector, events::LessonCancelled{kMathsOfA, day("2025-09-08"), 1,
                                                events::CancelGround::kWeather});
  const auto monday = school.expected("2025-09-08");
  EXPECT_THAT(briefly(monday), ElementsAre("1:1x"));
  EXPECT_EQ(monday[0].cancelled, events::CancelGround::kWeather);
  EXPECT_THAT(briefly(school.expected("2025-09-15")), ElementsAre("1:1"));
}

TEST(ExpectedLessons, AnotherLoadStandsInPlaceOfAReplacedLesson) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.change(kMathsOfA, "2025-09-08", 1, kEnglishFirst);
  const auto monday = school.expected("2025-09-08");
  EXPECT_THAT(briefly(monday), ElementsAre("1:1x", "3:1"));
  EXPECT_EQ(monday[1].instead_of, kMathsOfA);
  EXPECT_EQ(monday[1].teacher, kEnglish);
}

TEST(ExpectedLessons, OfChangesToOneLessonTheLastCounts) {
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.change(kMathsOfA, "2025-09-08", 1, std::nullopt);
  EXPECT_THAT(briefly(school.expected("2025-09-08")), ElementsAre("1:1x"));
  school.change(kMathsOfA, "2025-09-08", 1, kMathsOfA);
  EXPECT_THAT(briefly(school.expected("2025-09-08")), ElementsAre("1:1"));
}

TEST(ExpectedLessons, AChangePutsALessonOnADayWithout) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.change(kEnglishFirst, "2025-09-10", 2, kMathsOfA);
  EXPECT_THAT(briefly(school.expected("2025-09-10")), ElementsAre("1:2"));
}

TEST(ExpectedLessons, TheSubstituteIsToHoldTheLessonsOfTheOrdersDays) {
  RecordProperty("requirement", "JRN-12");
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  const auto order = school.substitute(kMathsOfA, kEnglish, "2025-09-08", "2025-09-12");
  EXPECT_EQ(school.expected("2025-09-08")[0].teacher, kEnglish);
  EXPECT_EQ(school.expected("2025-09-08")[0].substitution, order);
  EXPECT_EQ(school.expected("2025-09-15")[0].teacher, kMaths);
}

TEST(ExpectedLessons, ABellThatDoesNotRingOnAShortenedDayHasNoLesson) {
  RecordProperty("requirement", "SET-03");
  TaughtSchool school;
  school.timetable(
      kFirst, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kMathsOfA, kMonday, 4)});
  school.shorten("2025-09-08", 3);
  const auto monday = school.expected("2025-09-08");
  EXPECT_THAT(briefly(monday), ElementsAre("1:1"));
  EXPECT_EQ(monday[0].end_minute, 9 * 60);
}

TEST(ExpectedLessons, AClassWithNobodyInItOwesNothing) {
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfB, kMonday, 1)});
  EXPECT_THAT(school.expected("2025-09-08"), IsEmpty());
  school.add(kDirector, events::PupilMoved{kAnna, kFifthA, kFifthB, day("2025-09-15"), {}});
  EXPECT_THAT(school.expected("2025-09-08"), IsEmpty());
  EXPECT_THAT(briefly(school.expected("2025-09-15")), ElementsAre("2:1"));
}

TEST(ExpectedLessons, AnEndedLoadOwesNoMoreLessons) {
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.add(kDirector, events::LoadEnded{kMathsOfA, day("2025-09-14"), std::nullopt});
  EXPECT_THAT(briefly(school.expected("2025-09-08")), ElementsAre("1:1"));
  EXPECT_THAT(school.expected("2025-09-15"), IsEmpty());
}

TEST(ExpectedLessons, AVoidApprovalApprovesNothing) {
  RecordProperty("requirement", "ACC-09");
  TaughtSchool school;
  const auto timetable = school.enter(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  const events::Instant stolen = school.now();
  school.add(kEnglish, events::TimetableApproved{timetable, {"7", day(kFirst)}});
  school.compromise(kEnglish, stolen);
  EXPECT_THAT(school.expected("2025-09-08"), IsEmpty());
}

TEST(ExpectedLessons, TheLastLessonOfThesePupilsIsAnyOfTheirs) {
  RecordProperty("requirement", "JRN-10");
  TaughtSchool school;
  school.timetable(
      kFirst, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kEnglishFirst, kMonday, 5),
       TaughtSchool::slot(kEnglishSecond, kMonday, 3)});
  const Directory directory(school.views());
  ExpectedLessons expected(directory);
  const Place maths{kFifthA, kMathematics, std::nullopt};
  const Place second{kFifthA, kForeign, kSecondGroup};
  EXPECT_EQ(expected.last_end(maths, day("2025-09-08")), 13 * 60 + 15);
  EXPECT_EQ(expected.last_end(second, day("2025-09-08")), 11 * 60 + 15) << "not Vera's";
  EXPECT_EQ(expected.last_end(maths, day("2025-09-10")), std::nullopt);
}

}  // namespace
}  // namespace letopis::projections

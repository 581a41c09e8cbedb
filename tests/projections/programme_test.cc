#include "projections/programme.h"

#include <gtest/gtest.h>

#include "projections/taught_school.h"

namespace letopis::projections {
namespace {

constexpr const char* kFirst = "2025-09-01";
constexpr const char* kLast = "2025-10-24";

// Mathematics each Monday and Tuesday, and a plan whose second topic is a control work.
TaughtSchool planned_school() {
  TaughtSchool school;
  school.timetable(
      kFirst, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kMathsOfA, kTuesday, 1)});
  school.add(kMaths, events::PlanAdopted{{1},
                                         kMathsOfA,
                                         "Математика, 5",
                                         {{2, "Числа", false},
                                          {1, "Контрольная работа № 1", true},
                                          {3, "Дроби", false},
                                          {1, "Контрольная работа № 2", true}}});
  return school;
}

ProgrammeLine maths_of(const SmallSchool& school, const char* last,
                       events::Position as_of = kWholeLog) {
  const auto lines =
      programme(school.views(), {kFifthA, kMathematics, day(kFirst), day(last), as_of});
  if (lines.size() == 1) return lines[0];
  ADD_FAILURE() << lines.size() << " lines";
  return {};
}

TEST(Programme, ComparesTheTimetableWithWhatWasHeld) {
  RecordProperty("requirement", "JRN-18");
  TaughtSchool school = planned_school();
  school.hold(kMathsOfA, "2025-09-01", 1);
  school.hold(kMathsOfA, "2025-09-02", 1);
  school.hold(kMathsOfA, "2025-09-08", 1);
  const ProgrammeLine line = maths_of(school, "2025-09-09");
  EXPECT_EQ(line.planned, 4U);
  EXPECT_EQ(line.held, 3U);
  EXPECT_EQ(line.difference(), -1);
  EXPECT_EQ(line.plan_hours, 7U);
  EXPECT_EQ(line.teachers, std::vector{kMaths});
  EXPECT_EQ(maths_of(school, "2025-09-01").difference(), 0);
}

TEST(Programme, CancelledLessonsWerePlannedAndAddedOnesWereNot) {
  RecordProperty("requirement", "JRN-18");
  TaughtSchool school = planned_school();
  school.change(kMathsOfA, "2025-09-08", 1, std::nullopt);
  school.change(kEnglishFirst, "2025-09-10", 2, kMathsOfA);
  school.hold(kMathsOfA, "2025-09-10", 2);
  const ProgrammeLine line = maths_of(school, "2025-09-14");
  EXPECT_EQ(line.planned, 4U);
  EXPECT_EQ(line.cancelled, 1U);
  EXPECT_EQ(line.added, 1U);
  EXPECT_EQ(line.held, 1U);
}

TEST(Programme, ControlWorksArePlannedByTheHoursThatHavePassed) {
  RecordProperty("requirement", "JRN-18");
  TaughtSchool school = planned_school();
  EXPECT_EQ(maths_of(school, "2025-09-02").control_works_planned, 0U);
  EXPECT_EQ(maths_of(school, "2025-09-08").control_works_planned, 1U) << "the third hour";
  const auto lesson = school.hold(kMathsOfA, "2025-09-08", 1);
  EXPECT_EQ(maths_of(school, "2025-09-08").control_works_held, 0U);
  school.add(kMaths,
             events::WorkSet{lesson, day("2025-09-08"), 1, events::WorkKind::kControl, 100, "№ 1"});
  EXPECT_EQ(maths_of(school, "2025-09-08").control_works_held, 1U);
}

TEST(Programme, LessonsOfASubstituteAreHeldAndCounted) {
  RecordProperty("requirement", "JRN-18");
  TaughtSchool school = planned_school();
  const auto order = school.substitute(kMathsOfA, kEnglish, "2025-09-01", "2025-09-01");
  school.add(kEnglish, events::LessonHeld{{1},
                                          kMathsOfA,
                                          kEnglish,
                                          day("2025-09-01"),
                                          1,
                                          std::nullopt,
                                          events::LessonKind::kOrdinary,
                                          order});
  const ProgrammeLine line = maths_of(school, "2025-09-01");
  EXPECT_EQ(line.held, 1U);
  EXPECT_EQ(line.substituted, 1U);
  EXPECT_EQ(line.teachers, std::vector{kMaths}) << "the substitute does not become its teacher";
}

TEST(Programme, WithdrawnAndVoidLessonsWereNotHeld) {
  TaughtSchool school = planned_school();
  const auto lesson = school.hold(kMathsOfA, "2025-09-01", 1);
  const events::Position before = school.size();
  school.add(kMaths, events::LessonWithdrawn{lesson, day("2025-09-01"),
                                             events::ChangeReason::kEnteredInError});
  EXPECT_EQ(maths_of(school, "2025-09-01").held, 0U);
  EXPECT_EQ(maths_of(school, "2025-09-01", before).held, 1U) << "as it was known then";
  const events::Instant stolen = school.now();
  school.hold(kMathsOfA, "2025-09-02", 1);
  EXPECT_EQ(maths_of(school, "2025-09-02").held, 1U);
  school.compromise(kMaths, stolen);
  EXPECT_EQ(maths_of(school, "2025-09-02").held, 0U);
}

TEST(Programme, ListsEveryClassSubjectAndGroupOnce) {
  TaughtSchool school;
  school.timetable(
      kFirst, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kEnglishFirst, kMonday, 2),
       TaughtSchool::slot(kEnglishSecond, kMonday, 2)});
  const auto lines =
      programme(school.views(), {std::nullopt, std::nullopt, day(kFirst), day(kFirst), kWholeLog});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].place.group, kFirstGroup);
  EXPECT_EQ(lines[2].place.group, kSecondGroup);
}

TEST(Programme, OfAnEmptySchoolThereIsNothing) {
  const SmallSchool school;
  EXPECT_TRUE(
      programme(school.views(), {std::nullopt, std::nullopt, day(kFirst), day(kLast), kWholeLog})
          .empty());
}

}  // namespace
}  // namespace letopis::projections

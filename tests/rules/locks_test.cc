// Until when a class's journal is open, at the last second and the first after it.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::MarkValue;

TEST(Locks, ALessonOfTomorrowIsRefusedUntilMidnightOfTheSchoolsOwnClock) {
  RecordProperty("requirement", "JRN-01");
  for (const char* zone : {"Europe/Moscow", "Asia/Kamchatka", "Europe/Kaliningrad"}) {
    JournalSchool school(Rules{}, zone);
    school.clock("2025-09-02", 23, 59, 59);
    EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-03")}), "day.future") << zone;
    school.clock("2025-09-03", 0, 0, 0);
    EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-03")}), "") << zone;
  }
}

TEST(Locks, InKamchatkaTheDayIsOverNineHoursBeforeMoscow) {
  JournalSchool school(Rules{{"edit.window", "none"}}, "Asia/Kamchatka");
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-09-02", kAnna, MarkValue::kThree)}), "");
  school.clock(moscow("2025-09-02", 15));
  EXPECT_EQ(school.say(kMaths, {correction(lesson, "2025-09-02", kAnna, MarkValue::kFour)}),
            "mark.window");
  EXPECT_EQ(school.refusal().clause, "§");
}

TEST(Locks, OutsideOfEveryYearNothingIsEntered) {
  JournalSchool school;
  school.given(
      kDeputy,
      events::LoadAssigned{
          {6}, kMaths, kMathematics, kFifthA, {}, 100, day("2025-08-01"), day("2026-07-01")});
  school.clock("2026-05-27", 10);
  const auto of = [&](std::string_view iso) {
    auto fact = school.held({6}, iso, 1, events::LessonKind::kElective);
    return school.say(kMaths, {fact});
  };
  EXPECT_EQ(of("2025-08-31"), "day.no_year");
  EXPECT_EQ(of("2025-09-01"), "");
  EXPECT_EQ(of("2026-05-26"), "");
  EXPECT_EQ(of("2026-05-27"), "day.no_year");
}

TEST(Locks, AClosedYearChangesNoMoreAndNoPermissionOpensIt) {
  RecordProperty("requirement", "SET-11");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02");
  school.clock("2026-06-01", 10);
  auto given = mark(lesson, "2025-09-02", kAnna, MarkValue::kFour);
  given.permission = school.permit(school.at("2026-12-01", 0), "2025-09-01", "2026-05-26");
  school.given(kDirector, events::YearClosed{kYear, kOrder});
  EXPECT_EQ(school.say(kMaths, {given}), "year.closed");
  EXPECT_EQ(school.say(kMaths, {absence(lesson, "2025-09-02", kAnna)}), "year.closed");
  EXPECT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, kWholeYear,
                                            events::ResultKind::kFinal)}),
            "year.closed");
}

TEST(Locks, APeriodIsClosedForOneClassUntilItIsOpenedByOrder) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school;
  school.clock("2025-10-24", 18);
  const auto of_a = school.lesson(kMathsOfA, "2025-10-24");
  EXPECT_EQ(school.say(kDeputy, {events::PeriodClosed{kFifthA, kFirstQuarter}}), "");
  EXPECT_EQ(school.say(kMaths, {mark(of_a, "2025-10-24", kAnna, MarkValue::kFour)}),
            "period.closed");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-10-23")}), "period.closed");
  EXPECT_EQ(school.say(kMaths, {events::TopicSet{of_a, day("2025-10-24"), "Дроби", "", {}, 0}}),
            "period.closed");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfB, "2025-10-23")}), "") << "another class";
  EXPECT_EQ(school.say(kDirector, {events::PeriodReopened{kFifthA, kFirstQuarter, kOrder}}), "");
  EXPECT_EQ(school.say(kMaths, {mark(of_a, "2025-10-24", kAnna, MarkValue::kFour)}), "");
}

TEST(Locks, ThePeriodsLastDayIsItsOwnAndTheNextPeriodIsOpen) {
  JournalSchool school;
  school.clock("2025-11-05", 18);
  const auto first = school.lesson(kMathsOfA, "2025-10-24");
  const auto second = school.lesson(kMathsOfA, "2025-11-05");
  ASSERT_EQ(school.say(kDeputy, {events::PeriodClosed{kFifthA, kFirstQuarter}}), "");
  EXPECT_EQ(school.say(kMaths, {absence(first, "2025-10-24", kAnna)}), "period.closed");
  EXPECT_EQ(school.say(kMaths, {absence(second, "2025-11-05", kAnna)}), "");
}

TEST(Locks, APermissionLiftsAClosedPeriodUpToItsVeryEnd) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school;
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-10-24");
  ASSERT_EQ(school.say(kDeputy, {events::PeriodClosed{kFifthA, kFirstQuarter}}), "");
  const auto until = school.at("2025-10-27", 12);
  const auto permission = school.permit(until, "2025-10-24", "2025-10-24");
  auto late = mark(lesson, "2025-10-24", kAnna, MarkValue::kFour);
  EXPECT_EQ(school.say(kMaths, {late}), "period.closed") << "a mark names its permission";
  late.permission = permission;
  school.clock({until.milliseconds - 1});
  EXPECT_EQ(school.say(kMaths, {late}), "");
  school.clock(until);
  late.pupil = kVera;
  EXPECT_EQ(school.say(kMaths, {late}), "permission.not_covering");
}

TEST(Locks, FactsThatNameNoPermissionFindTheirs) {
  JournalSchool school;
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-10-24");
  const auto other = school.lesson(kMathsOfA, "2025-10-23");
  ASSERT_EQ(school.say(kDeputy, {events::PeriodClosed{kFifthA, kFirstQuarter}}), "");
  const auto permission = school.permit(school.at("2025-10-27", 12), "2025-10-24", "2025-10-24");
  EXPECT_EQ(school.say(kMaths, {absence(lesson, "2025-10-24", kAnna)}), "");
  EXPECT_EQ(school.say(kMaths, {absence(other, "2025-10-23", kAnna)}), "period.closed")
      << "a day that it does not cover";
  ASSERT_EQ(school.say(kDeputy, {events::PermissionEnded{permission}}), "");
  EXPECT_EQ(school.say(kMaths, {absence(lesson, "2025-10-24", kBoris)}), "period.closed");
}

TEST(Locks, AfterThePeriodsMarkThePupilsCellsAreClosedToTheTeacher) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school(Rules{{"lock.after_period_marks", "yes"}});
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-10-24");
  ASSERT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour)}), "");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-10-24", kAnna, MarkValue::kFive)}),
            "period.marked");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-10-24", kBoris, MarkValue::kFive)}), "");
  EXPECT_EQ(school.say(kMaths, {events::TopicSet{lesson, day("2025-10-24"), "Дроби", "", {}, 0}}),
            "")
      << "some pupils have no mark of the period yet";
  auto withdrawn =
      events::PeriodMarkWithdrawn{kAnna, kFifthA, kMathematics, kFirstQuarter, {}, {}, {}, {}};
  ASSERT_EQ(school.say(kMaths, {withdrawn}), "");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-10-24", kAnna, MarkValue::kFive)}), "");
}

TEST(Locks, TheLessonItselfIsClosedOnceEveryoneStillThereHasTheMark) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school(Rules{{"lock.after_period_marks", "yes"}});
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02");
  school.given(kAdministrator, events::PupilLeft{kBoris, kFifthA, day("2025-10-10"), {}, kOrder});
  const events::TopicSet topic{lesson, day("2025-09-02"), "Дроби", "", {}, 0};
  ASSERT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour)}), "");
  EXPECT_EQ(school.say(kMaths, {topic}), "");
  ASSERT_EQ(school.say(kMaths, {period_mark(kVera, MarkValue::kFour)}), "");
  EXPECT_EQ(school.say(kMaths, {topic}), "period.marked")
      << "who left, and who came after that lesson, do not count";
  school.permit(school.at("2025-10-30", 12), "2025-09-02", "2025-09-02");
  EXPECT_EQ(school.say(kMaths, {topic}), "");
}

TEST(Locks, WhereTheRegulationIsSilentPeriodMarksCloseNothing) {
  JournalSchool school;
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-10-24");
  ASSERT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour)}), "");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-10-24", kAnna, MarkValue::kFive)}), "");
}

}  // namespace
}  // namespace letopis::rules

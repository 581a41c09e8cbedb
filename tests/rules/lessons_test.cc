// When a lesson is recorded, cancelled, withdrawn and signed for.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::LessonKind;
using events::MarkValue;

TEST(Lessons, WhoHeldItRecordsItInTheOwnName) {
  RecordProperty("requirement", "JRN-01");
  JournalSchool school;
  auto fact = school.held(kMathsOfA, "2025-09-02");
  fact.teacher = kColleague;
  EXPECT_EQ(school.say(kMaths, {fact}), "lesson.not_yours");
  EXPECT_EQ(school.say(kColleague, {fact}), "access.out_of_reach");
  fact.teacher = kMaths;
  EXPECT_EQ(school.say(kMaths, {fact}), "");
}

TEST(Lessons, ALoadThatEndedHasItsLastLessonOnItsLastDay) {
  JournalSchool school;
  school.given(kDeputy, events::LoadEnded{kMathsOfA, day("2025-09-10"), {}});
  school.clock("2025-09-12", 12);
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-10")}), "");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-11")}), "lesson.load_over");
  EXPECT_NE(school.refusal().says.ru.find("10.09.2025"), std::string::npos);
}

TEST(Lessons, ASubstituteNeedsAnOrderForThatDay) {
  RecordProperty("requirement", "JRN-12");
  JournalSchool school;
  school.given(kDeputy,
               events::SubstitutionOrdered{
                   {1}, kMathsOfA, kColleague, day("2025-09-03"), day("2025-09-04"), {}, kOrder});
  school.clock("2025-09-05", 12);
  auto fact = school.held(kMathsOfA, "2025-09-04");
  fact.teacher = kColleague;
  EXPECT_EQ(school.say(kColleague, {fact}), "lesson.no_substitution");
  EXPECT_NE(school.refusal().allowed.ru.find("№ 1"), std::string::npos) << "it says which one";
  fact.substitution = events::SubstitutionNumber{1};
  EXPECT_EQ(school.say(kColleague, {fact}), "");
  fact.day = day("2025-09-05");
  EXPECT_EQ(school.say(kColleague, {fact}), "access.out_of_reach") << "the day after the last";
  auto own = school.held(kMathsOfA, "2025-09-03");
  own.substitution = events::SubstitutionNumber{1};
  EXPECT_EQ(school.say(kMaths, {own}), "lesson.another_substitution");
}

TEST(Lessons, TheSubstituteSignsOnceForALessonHeldUnderTheOrder) {
  RecordProperty("requirement", "JRN-12");
  JournalSchool school;
  school.given(kDeputy,
               events::SubstitutionOrdered{
                   {1}, kMathsOfA, kColleague, day("2025-09-02"), day("2025-09-02"), {}, kOrder});
  auto fact = school.held(kMathsOfA, "2025-09-02");
  fact.teacher = kColleague;
  fact.substitution = events::SubstitutionNumber{1};
  ASSERT_EQ(school.say(kColleague, {fact}), "");
  const auto own = school.lesson(kMathsOfA, "2025-09-02", 2);
  EXPECT_EQ(school.say(kMaths, {events::SubstitutionSigned{{1}, own}}), "substitution.not_yours");
  EXPECT_EQ(school.say(kMaths, {events::SubstitutionSigned{{1}, {1}}}), "substitution.not_yours");
  EXPECT_EQ(school.say(kColleague, {events::SubstitutionSigned{{1}, {1}}}), "");
  EXPECT_EQ(school.say(kColleague, {events::SubstitutionSigned{{1}, {1}}}), "substitution.signed");
}

TEST(Lessons, OneLoadHasOneLessonAtABell) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02", 1);
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02", 1)}), "lesson.held_already");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02", 2)}), "");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfB, "2025-09-02", 1)}), "") << "another load";
  const events::LessonWithdrawn wrong{lesson, day("2025-09-02"), {}};
  ASSERT_EQ(school.say(kMaths, {wrong}), "");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02", 1)}), "");
  EXPECT_EQ(school.say(kMaths, {wrong}), "lesson.withdrawn");
}

TEST(Lessons, TwoAtOneBellInOneCommandAreRefusedToo) {
  JournalSchool school;
  const auto fact = school.held(kMathsOfA, "2025-09-02", 1);
  EXPECT_EQ(school.say(kMaths, {fact, fact}), "lesson.held_already");
}

TEST(Lessons, ADayOffHasNoLessonUnlessItWasMovedOrTheTimetableChanged) {
  RecordProperty("requirement", "SET-09");
  JournalSchool school;
  school.clock("2025-11-10", 12);
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-06")}), "lesson.day_off")
      << "a Saturday in a school of five days";
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-10-25")}), "lesson.day_off");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-10-28")}), "lesson.day_off")
      << "between two quarters";
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-06", 1, LessonKind::kElective)}),
            "")
      << "electives have days of their own";
  school.given(kDeputy, events::CalendarDayDeclared{day("2025-09-06"),
                                                    events::CalendarDayKind::kWorking, "перенос"});
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-06", 2)}), "");
  school.given(kDeputy, events::CalendarDayDeclared{day("2025-09-05"),
                                                    events::CalendarDayKind::kOff, "перенос"});
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-05")}), "lesson.day_off");
  school.given(kDeputy,
               events::TimetableChanged{kEnglishFirst, day("2025-09-05"), 3, kMathsOfA, {}, {}});
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-05", 3)}), "");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-05", 4)}), "lesson.day_off");
}

TEST(Lessons, ALessonHasABellThatRings) {
  JournalSchool school;
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02", 0)}), "lesson.bell");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02", 7)}), "lesson.bell");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02", 6)}), "");
}

TEST(Lessons, WhatWasHeldIsNotCancelled) {
  JournalSchool school;
  school.lesson(kMathsOfA, "2025-09-02", 1);
  const auto cancelled = [](std::uint16_t bell) {
    return events::LessonCancelled{kMathsOfA, day("2025-09-02"), bell, {}};
  };
  EXPECT_EQ(school.say(kDeputy, {cancelled(1)}), "lesson.was_held");
  EXPECT_EQ(school.say(kDeputy, {cancelled(2)}), "");
}

TEST(Lessons, ALessonWithMarksIsNotWithdrawn) {
  RecordProperty("requirement", "JRN-06");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02");
  ASSERT_EQ(school.say(kMaths, {mark(lesson, "2025-09-02", kAnna, MarkValue::kFour)}), "");
  const events::LessonWithdrawn wrong{lesson, day("2025-09-02"), {}};
  EXPECT_EQ(school.say(kMaths, {wrong}), "lesson.marked");
  EXPECT_EQ(school.say(kMaths, {withdrawal(lesson, "2025-09-02", kAnna), wrong}), "");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-09-02", kBoris, MarkValue::kFour)}),
            "lesson.withdrawn");
}

TEST(Lessons, ALessonOfAVoidKeyTakesNoEntries) {
  RecordProperty("requirement", "ACC-09");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02");
  const auto noticed = school.at("2025-09-02", 11);
  school.given(kDirector,
               events::KeyCompromised{kMaths,
                                      signing::key_id_of(projections::key_of_number(kMaths.value)),
                                      noticed,
                                      noticed,
                                      {}});
  EXPECT_EQ(school.say(kMaths, {mark(lesson, "2025-09-02", kAnna, MarkValue::kFour)}),
            "lesson.void");
  EXPECT_EQ(school.say(kMaths, {school.held(kMathsOfA, "2025-09-02")}), "") << "recorded anew";
}

}  // namespace
}  // namespace letopis::rules

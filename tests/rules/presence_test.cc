// What may be noted of a pupil's presence.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

constexpr std::string_view kDay = "2025-09-02";

using events::AbsenceKind;

TEST(Presence, APupilBelongsToTheClassFromTheFirstDayToTheLast) {
  RecordProperty("requirement", "JRN-04");
  JournalSchool school;
  school.clock("2025-10-13", 12);
  const auto before = school.lesson(kMathsOfA, "2025-09-30");
  const auto first = school.lesson(kMathsOfA, "2025-10-01");
  EXPECT_EQ(school.say(kMaths, {absence(before, "2025-09-30", kComer)}), "pupil.not_there");
  EXPECT_EQ(school.say(kMaths, {absence(first, "2025-10-01", kComer)}), "");
  const auto last = school.lesson(kMathsOfA, "2025-10-10");
  const auto after = school.lesson(kMathsOfA, "2025-10-13");
  school.given(kAdministrator, events::PupilLeft{kBoris, kFifthA, day("2025-10-10"), {}, kOrder});
  EXPECT_EQ(school.say(kMaths, {absence(last, "2025-10-10", kBoris)}), "");
  EXPECT_EQ(school.say(kMaths, {absence(after, "2025-10-13", kBoris)}), "pupil.not_there");
}

TEST(Presence, AMoveShowsInBothJournals) {
  JournalSchool school;
  school.clock("2025-09-10", 12);
  school.given(kAdministrator,
               events::PupilMoved{kVera, kFifthA, kFifthB, day("2025-09-10"), kOrder});
  const auto of_a = school.lesson(kMathsOfA, "2025-09-09");
  const auto of_b = school.lesson(kMathsOfB, "2025-09-09");
  const auto then_a = school.lesson(kMathsOfA, "2025-09-10");
  const auto then_b = school.lesson(kMathsOfB, "2025-09-10");
  EXPECT_EQ(school.say(kMaths, {absence(of_b, "2025-09-09", kVera)}), "pupil.not_there");
  EXPECT_NE(school.refusal().says.ru.find("5а"), std::string::npos) << "it says where";
  EXPECT_EQ(school.say(kMaths, {absence(of_a, "2025-09-09", kVera)}), "");
  EXPECT_EQ(school.say(kMaths, {absence(then_a, "2025-09-10", kVera)}), "pupil.not_there");
  EXPECT_EQ(school.say(kMaths, {absence(then_b, "2025-09-10", kVera)}), "");
}

TEST(Presence, ALessonOfAGroupIsItsPupilsOnly) {
  JournalSchool school;
  const auto lesson = school.lesson(kEnglishFirst, "2025-09-02");
  EXPECT_EQ(school.say(kEnglish, {absence(lesson, "2025-09-02", kVera)}), "pupil.not_there");
  EXPECT_EQ(school.say(kEnglish, {absence(lesson, "2025-09-02", kAnna)}), "");
}

TEST(Presence, LateIsByAMinuteUpToTheLessonsLengthByThatDaysBells) {
  RecordProperty("requirement", "JRN-04");
  JournalSchool school;
  school.clock("2025-09-30", 12);
  const auto usual = school.lesson(kMathsOfA, "2025-09-29");
  const auto shortened = school.lesson(kMathsOfA, "2025-09-30");
  const auto late = [&](events::LessonNumber lesson, std::string_view iso, std::uint16_t minutes) {
    return school.say(kMaths, {absence(lesson, iso, kAnna, AbsenceKind::kLate, minutes)});
  };
  EXPECT_EQ(late(usual, "2025-09-29", 0), "absence.minutes");
  EXPECT_EQ(late(usual, "2025-09-29", 46), "absence.minutes");
  EXPECT_EQ(late(usual, "2025-09-29", 45), "");
  EXPECT_EQ(late(shortened, "2025-09-30", 31), "absence.minutes");
  EXPECT_EQ(late(shortened, "2025-09-30", 30), "");
  EXPECT_EQ(school.say(kMaths, {absence(usual, "2025-09-29", kBoris, AbsenceKind::kAbsent, 5)}),
            "absence.minutes");
}

TEST(Presence, WhatIsNotedIsWithdrawnBeforeItIsNotedOtherwise) {
  RecordProperty("requirement", "JRN-06");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, "2025-09-02");
  const events::AbsenceWithdrawn wrong{lesson, kAnna, day("2025-09-02"), {}};
  EXPECT_EQ(school.say(kMaths, {wrong}), "absence.none");
  ASSERT_EQ(school.say(kMaths, {absence(lesson, "2025-09-02", kAnna)}), "");
  const auto late = absence(lesson, "2025-09-02", kAnna, AbsenceKind::kLate, 5);
  EXPECT_EQ(school.say(kMaths, {late}), "absence.noted");
  EXPECT_NE(school.refusal().says.en.find("absent"), std::string::npos) << "it says what stands";
  EXPECT_EQ(school.say(kMaths, {wrong, late}), "") << "in one command";
  EXPECT_EQ(school.say(kMaths, {wrong}), "");
  EXPECT_EQ(school.say(kMaths, {wrong}), "absence.none");
}

TEST(Presence, AReasonIsForDaysInTheClassAndAnOpenYear) {
  RecordProperty("requirement", "JRN-05");
  JournalSchool school;
  const auto explained = [](events::PersonNumber pupil, std::string_view first,
                            std::string_view last) {
    return events::AbsenceExplained{pupil, kFifthA, day(first), day(last), {}, {}};
  };
  EXPECT_EQ(school.say(kMaths, {explained(kAnna, "2025-09-02", "2025-09-01")}), "days.order");
  EXPECT_EQ(school.say(kMaths, {explained(kAnna, "2025-08-31", "2025-09-01")}), "day.no_year");
  EXPECT_EQ(school.say(kMaths, {explained(kAnna, "2025-09-01", "2025-09-05")}), "")
      << "told before the absence is over";
  school.given(kAdministrator, events::PupilLeft{kBoris, kFifthA, day("2025-09-01"), {}, kOrder});
  school.given(kAdministrator, events::PupilEnrolled{kBoris, kFifthA, day("2025-09-04"), kOrder});
  school.clock("2025-09-05", 12);
  EXPECT_EQ(school.say(kMaths, {explained(kBoris, "2025-09-02", "2025-09-03")}), "pupil.not_there");
  EXPECT_EQ(school.say(kMaths, {explained(kBoris, "2025-09-02", "2025-09-04")}), "");
}

TEST(Presence, AttendanceIsReviewedUpToToday) {
  RecordProperty("requirement", "JRN-05");
  JournalSchool school;
  school.clock("2025-09-05", 23, 59, 59);
  const auto reviewed = [](std::string_view first, std::string_view last) {
    return events::AttendanceReviewed{kFifthA, day(first), day(last)};
  };
  EXPECT_EQ(school.say(kMaths, {reviewed("2025-09-01", "2025-09-06")}), "day.future");
  EXPECT_EQ(school.say(kMaths, {reviewed("2025-09-05", "2025-09-04")}), "days.order");
  EXPECT_EQ(school.say(kMaths, {reviewed("2025-09-01", "2025-09-05")}), "");
}

TEST(Presence, AClassTeacherWritesOfThoseWhoWereInTheClassOnThatDay) {
  RecordProperty("requirement", "ACC-06");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  const events::RoleGiven guide{kColleague, events::Role::kClassTeacher, kFifthB, {}, day(kDay),
                                kOrder};
  ASSERT_EQ(school.say(kDirector, {guide}), "");
  ASSERT_EQ(school.say(kAdministrator,
                       {events::PupilMoved{kAnna, kFifthA, kFifthB, day("2025-09-03"), kOrder}}),
            "");
  EXPECT_EQ(school.say(kColleague, {absence(lesson, kDay, kAnna)}), "access.out_of_reach")
      << "it was another class's lesson, whoever comes tomorrow";
  school.clock("2025-09-04", 12);
  EXPECT_EQ(school.say(kColleague, {absence(lesson, kDay, kAnna)}), "access.out_of_reach");
  EXPECT_EQ(school.say(kMaths, {absence(lesson, kDay, kAnna)}), "") << "who taught it";
}

}  // namespace
}  // namespace letopis::rules

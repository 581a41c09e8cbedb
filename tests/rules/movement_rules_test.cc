#include <gtest/gtest.h>

#include "rules/movement_rules.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

events::PupilMoved moved(std::string_view first) {
  return {kAnna, kFifthA, kFifthB, day(first), kOrder};
}
events::PupilLeft left(std::string_view last) {
  return {kAnna, kFifthA, day(last), events::LeaveGround::kRelocation, kOrder};
}

TEST(MovementRulesTest, NobodyIsInTwoClasses) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  const auto enrol = [](std::string_view first) {
    return events::PupilEnrolled{kAnna, kFifthB, day(first), kOrder};
  };
  EXPECT_EQ(school.say(kAdministrator, {enrol("2025-09-03")}), "movement.enrolled");
  EXPECT_NE(school.refusal().says.ru.find("5а"), std::string::npos) << "where she is";
  EXPECT_EQ(school.say(kAdministrator, {enrol("2025-08-01")}), "movement.enrolled")
      << "she will be there later";
  EXPECT_EQ(school.say(kAdministrator, {left("2025-09-10")}), "");
  EXPECT_EQ(school.say(kAdministrator, {enrol("2025-09-10")}), "movement.enrolled");
  EXPECT_EQ(school.say(kAdministrator, {enrol("2025-09-11")}), "");
}

TEST(MovementRulesTest, AClosedClassTakesNobody) {
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilGraduated{kVera, kEleventh, day("2025-09-10"), kOrder},
                        events::ClassClosed{kEleventh, day("2025-09-10"), kOrder}}),
            "");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilMoved{kAnna, kFifthA, kEleventh, day("2025-09-11"), kOrder}}),
            "class.closed");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilEnrolled{kNobody, kEleventh, day("2025-09-11"), kOrder}}),
            "class.closed");
}

TEST(MovementRulesTest, OneLeavesTheClassOneIsIn) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilMoved{kAnna, kFifthB, kFifthA, day("2025-09-03"), kOrder}}),
            "movement.not_there");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilMoved{kAnna, kFifthA, kFifthA, day("2025-09-03"), kOrder}}),
            "movement.same_class");
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-08-31")}), "movement.not_there")
      << "before the first day";
  EXPECT_EQ(school.say(kAdministrator, {left("2025-08-30")}), "movement.not_there");
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-09-03")}), "");
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-09-04")}), "movement.not_there");
  EXPECT_EQ(school.say(kAdministrator, {left("2025-09-04")}), "movement.not_there")
      << "of 5а, where she is no longer";
}

TEST(MovementRulesTest, WhoNeverCameMayBeSaidToHaveLeftBeforeTheFirstDay) {
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {left("2025-08-31")}), "");
  EXPECT_TRUE(school.directory().classes_of(kAnna).empty());
}

TEST(MovementRulesTest, NoMovementLeavesAMarkOutside) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  school.clock("2025-09-20", 12);
  const auto first = school.lesson(kMathsOfA, "2025-09-08");
  const auto later = school.lesson(kMathsOfA, "2025-09-15");
  school.mark(first, "2025-09-08");
  school.mark(later, "2025-09-15");
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-09-08")}), "movement.marks_after");
  EXPECT_NE(school.refusal().says.ru.find("08.09.2025 (Математика"), std::string::npos)
      << "the first such lesson is named: " << school.refusal().says.ru;
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-09-15")}), "movement.marks_after");
  EXPECT_EQ(school.say(kAdministrator, {left("2025-09-14")}), "movement.marks_after");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilGraduated{kAnna, kFifthA, day("2025-09-14"), kOrder}}),
            "movement.marks_after");
  school.withdraw_mark(later, "2025-09-15");
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-09-09")}), "")
      << "what was withdrawn does not stand";
}

TEST(MovementRulesTest, AnAbsenceCountsAsAMarkDoes) {
  RulesSchool school;
  school.clock("2025-09-20", 12);
  const auto lesson = school.lesson(kMathsOfA, "2025-09-08");
  school.given(kMaths, events::AbsenceNoted{lesson, kAnna, day("2025-09-08"),
                                            events::AbsenceKind::kAbsent, 0});
  EXPECT_EQ(school.say(kAdministrator, {left("2025-09-07")}), "movement.marks_after");
  EXPECT_EQ(school.say(kAdministrator, {left("2025-09-08")}), "");
}

TEST(MovementRulesTest, AClosedPeriodKeepsItsPupils) {
  RecordProperty("requirement", "JRN-08");
  RulesSchool school;
  school.clock("2025-11-10", 12);
  school.given(kDeputy, events::PeriodClosed{kFifthB, kFirstQuarter});
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-10-24")}), "period.closed") << "of 5б";
  EXPECT_EQ(school.say(kAdministrator, {moved("2025-10-25")}), "");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilEnrolled{kNobody, kFifthB, day("2025-10-24"), kOrder}}),
            "period.closed");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilLeft{kBoris, kFifthB, day("2025-10-24"), {}, kOrder}}),
            "period.closed");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilLeft{kBoris, kFifthB, day("2025-10-25"), {}, kOrder}}),
            "");
}

TEST(MovementRulesTest, OneIsPromotedOnceAYear) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  EXPECT_EQ(school.say(kDirector, {events::YearOpened{
                                      {2}, 2026, day("2026-09-01"), day("2027-05-26"), kOrder}}),
            "");
  const events::PupilPromoted same{kAnna, kFifthA, kFifthA, {2}, kOrder};
  const events::PupilPromoted kept_back{kAnna, kFifthA, kFifthB, {2}, kOrder};
  EXPECT_EQ(
      school.say(kAdministrator, {events::PupilPromoted{kAnna, kFifthB, kFifthB, {2}, kOrder}}),
      "movement.not_there");
  EXPECT_EQ(school.say(kAdministrator, {same}), "");
  EXPECT_EQ(school.say(kAdministrator, {kept_back}), "movement.promoted");
  school.given(kDirector, events::YearClosed{{2}, kOrder});
  EXPECT_EQ(
      school.say(kAdministrator, {events::PupilPromoted{kBoris, kFifthB, kFifthB, {2}, kOrder}}),
      "year.closed");
}

TEST(MovementRulesTest, ExemptionsAndFormsOfStudyAreOfPupils) {
  RecordProperty("requirement", "SET-12");
  RulesSchool school;
  events::ExemptionGiven exempt{kAnna, kMathematics, day("2025-09-01"), day("2025-09-30"), {}};
  EXPECT_EQ(school.say(kDeputy, {exempt}), "");
  exempt.pupil = kNobody;
  EXPECT_EQ(school.say(kDeputy, {exempt}), "movement.nowhere");
  exempt.last_day = day("2025-08-30");
  EXPECT_EQ(school.say(kDeputy, {exempt}), "days.reversed");
  events::StudyFormSet form{
      kAnna, events::StudyForm::kHomeSchooling, {}, day("2025-09-01"), std::nullopt, kOrder};
  EXPECT_EQ(school.say(kDeputy, {form}), "");
  form.last_day = day("2025-08-01");
  EXPECT_EQ(school.say(kDeputy, {form}), "days.reversed");
}

}  // namespace
}  // namespace letopis::rules::founded

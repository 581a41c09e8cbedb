// Journals of their own: the psychologist's, that of extracurricular work, that of home schooling.
#include <gtest/gtest.h>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

using events::GroupKind;
using events::LessonKind;
using events::MarkValue;

constexpr events::GroupNumber kOwnGroup{2};
constexpr events::LoadNumber kOwnLoad{kLoads + 1};

events::GroupFormed formed(GroupKind kind) {
  return {{}, kFifthA, std::nullopt, kind, "своя группа", day("2025-09-01")};
}

events::LoadAssigned load(events::PersonNumber teacher, events::SubjectNumber subject) {
  return {{}, teacher, subject, kFifthA, kOwnGroup, 50, day("2025-09-01"), day("2026-05-26")};
}

events::LessonHeld held(events::LoadNumber of, events::PersonNumber teacher, LessonKind kind,
                        std::uint16_t bell = 1) {
  events::LessonHeld fact;
  fact.load = of;
  fact.teacher = teacher;
  fact.day = day("2025-09-01");
  fact.bell = bell;
  fact.kind = kind;
  return fact;
}

events::StudyFormSet study(events::StudyForm form, std::string_view first) {
  return {kAnna, form, std::nullopt, day(first), std::nullopt, kOrder};
}

events::GroupJoined joined(std::string_view first) { return {kOwnGroup, kAnna, day(first)}; }

events::PeriodMarkGiven result_of(events::PersonNumber pupil) {
  events::PeriodMarkGiven fact;
  fact.pupil = pupil;
  fact.school_class = kFifthA;
  fact.subject = kMathematics;
  fact.period = kFirstQuarter;
  fact.value = MarkValue::kFour;
  return fact;
}

// Anna is taught mathematics at home by the teacher of the other class.
void teach_at_home(RulesSchool& school) {
  ASSERT_EQ(school.say(kDeputy, {study(events::StudyForm::kHomeSchooling, "2025-09-01")}), "");
  ASSERT_EQ(school.say(kAdministrator, {formed(GroupKind::kHomeSchooling)}), "");
  ASSERT_EQ(school.say(kAdministrator, {joined("2025-09-01")}), "");
  ASSERT_EQ(school.say(kDeputy, {load(kForeign, kMathematics)}), "");
  school.clock("2025-10-24", 12);
}

TEST(OwnJournal, ThePsychologistsSessionsStandInTheJournalOfThatGroupAlone) {
  RecordProperty("requirement", "JRN-19");
  RecordProperty("rule allows", "JRN-19 allows");
  RecordProperty("rule refuses", "JRN-19 refuses");
  RulesSchool school;
  ASSERT_EQ(school.say(kAdministrator, {formed(GroupKind::kPsychologist)}), "");
  ASSERT_EQ(school.say(kDeputy, {load(kPsychologist, kTalks)}), "");
  const auto say = [&](events::LoadNumber of, LessonKind kind, std::uint16_t bell) {
    return school.say(kPsychologist, {held(of, kPsychologist, kind, bell)});
  };
  EXPECT_EQ(say(kOwnLoad, LessonKind::kPsychologist, 1), "");
  EXPECT_EQ(say(kOwnLoad, LessonKind::kOrdinary, 2), "lesson.another_journal");
  EXPECT_EQ(say(kOwnLoad, LessonKind::kExtracurricular, 2), "lesson.another_journal");
  EXPECT_EQ(say(kTalksOfA, LessonKind::kPsychologist, 2), "lesson.another_journal");
  EXPECT_NE(school.refusal().says.ru.find("психолога"), std::string::npos);
  EXPECT_EQ(say(kTalksOfA, LessonKind::kOrdinary, 2), "");
}

TEST(OwnJournal, ExtracurricularWorkStandsInItsOwnAndElectivesInEither) {
  RecordProperty("requirement", "JRN-19 SET-12");
  RulesSchool school;
  ASSERT_EQ(school.say(kAdministrator, {formed(GroupKind::kExtracurricular)}), "");
  ASSERT_EQ(school.say(kDeputy, {load(kMaths, kTalks)}), "");
  const auto say = [&](events::LoadNumber of, LessonKind kind, std::uint16_t bell) {
    return school.say(kMaths, {held(of, kMaths, kind, bell)});
  };
  EXPECT_EQ(say(kMathsOfA, LessonKind::kExtracurricular, 1), "lesson.another_journal");
  EXPECT_EQ(say(kMathsOfA, LessonKind::kElective, 1), "");
  EXPECT_EQ(say(kOwnLoad, LessonKind::kElective, 2), "lesson.another_journal");
  EXPECT_EQ(say(kOwnLoad, LessonKind::kExtracurricular, 2), "");
}

TEST(OwnJournal, APsychologistsGroupIsGivenToAPsychologist) {
  RecordProperty("requirement", "JRN-19");
  RulesSchool school;
  ASSERT_EQ(school.say(kAdministrator, {formed(GroupKind::kPsychologist)}), "");
  EXPECT_EQ(school.say(kDeputy, {load(kMaths, kTalks)}), "load.not_psychologist");
  ASSERT_EQ(school.say(kDeputy, {load(kPsychologist, kTalks)}), "");
  const events::SubstitutionOrdered substitution{
      {}, kOwnLoad, kMaths, day("2025-09-03"), day("2025-09-03"), {}, kOrder};
  EXPECT_EQ(school.say(kDeputy, {substitution}), "load.not_psychologist");
}

TEST(OwnJournal, OnlyWhoIsTaughtAtHomeOnThatDayJoinsAGroupTaughtAtHome) {
  RecordProperty("requirement", "SET-12");
  RulesSchool school;
  ASSERT_EQ(school.say(kAdministrator, {formed(GroupKind::kHomeSchooling)}), "");
  EXPECT_EQ(school.say(kAdministrator, {joined("2025-09-08")}), "group.not_at_home");
  ASSERT_EQ(school.say(kDeputy, {study(events::StudyForm::kHomeSchooling, "2025-09-08")}), "");
  EXPECT_EQ(school.say(kAdministrator, {joined("2025-09-07")}), "group.not_at_home");
  ASSERT_EQ(school.say(kDeputy, {study(events::StudyForm::kFullTime, "2025-09-15")}), "");
  EXPECT_EQ(school.say(kAdministrator, {joined("2025-09-15")}), "group.not_at_home")
      << "back in class from that day on";
  EXPECT_EQ(school.say(kAdministrator, {joined("2025-09-08")}), "");
}

TEST(OwnJournal, AResultStandsInTheJournalThatTheRegulationNames) {
  RecordProperty("requirement", "JRN-14");
  struct Case {
    Rules rules;
    std::string by_class_teacher;
    std::string by_home_teacher;
  };
  const std::string key = "home_schooling.marks_in";
  const std::string refused = "period_mark.another_journal";
  for (const Case& one :
       {Case{{}, "", ""}, Case{{{key, "class_journal,own_journal"}}, "", ""},
        Case{{{key, "none"}}, "", ""}, Case{{{key, "class_journal"}}, "", refused},
        Case{{{key, "own_journal"}}, refused, ""}}) {
    for (const bool at_home : {false, true}) {
      RulesSchool school(one.rules);
      teach_at_home(school);
      const auto author = at_home ? kForeign : kMaths;
      const std::string& expected = at_home ? one.by_home_teacher : one.by_class_teacher;
      EXPECT_EQ(school.say(author, {result_of(kAnna)}), expected);
      if (!expected.empty()) {
        EXPECT_EQ(school.refusal().clause, "§");
      }
    }
  }
}

TEST(OwnJournal, AGroupTaughtAtHomeIsNoWayToTheRestOfTheClass) {
  RecordProperty("requirement", "JRN-14 ACC-05");
  RulesSchool school;
  ASSERT_EQ(school.say(kAdministrator,
                       {events::PupilEnrolled{kNobody, kFifthA, day("2025-09-01"), kOrder}}),
            "");
  teach_at_home(school);
  EXPECT_EQ(school.say(kForeign, {result_of(kNobody)}), "access.out_of_reach");
  EXPECT_EQ(school.say(kMaths, {result_of(kNobody)}), "");
}

}  // namespace
}  // namespace letopis::rules::founded

#include <gtest/gtest.h>

#include "rules/rules_school.h"
#include "rules/teaching_rules.h"
#include "rules/timetable_rules.h"

namespace letopis::rules::founded {
namespace {

constexpr events::LoadNumber kNextLoad{kLoads + 1};

events::LoadAssigned assigned() {
  return {{}, kMaths, kEnglish, kFifthA, std::nullopt, 300, day("2025-09-01"), day("2026-05-26")};
}

events::TimetableEntered timetable(std::vector<events::TimetableSlot> slots) {
  return {{}, kYear, day("2025-11-05"), day("2025-12-30"), std::move(slots)};
}
events::TimetableSlot slot(events::LoadNumber load, std::uint16_t weekday, std::uint16_t bell,
                           events::DayParity parity = events::DayParity::kEvery) {
  return {load, weekday, bell, std::nullopt, parity};
}

TEST(TeachingRulesTest, ALoadIsOfAClassOrGroupInsideAYearByATeacher) {
  RecordProperty("requirement", "SET-08");
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {assigned()}), "");
  auto load = assigned();
  load.subject = kTalks;
  load.school_class.reset();
  EXPECT_EQ(school.say(kDeputy, {load}), "load.whom");
  load.school_class = kFifthB;
  load.group = kGroup;
  EXPECT_EQ(school.say(kDeputy, {load}), "load.whom") << "a group of another class";
  load.group.reset();
  load.last_day = day("2026-05-27");
  EXPECT_EQ(school.say(kDeputy, {load}), "year.none");
  load.last_day = day("2026-05-26");
  load.weekly_hours = 0;
  EXPECT_EQ(school.say(kDeputy, {load}), "load.hours");
  load.weekly_hours = 4'001;
  EXPECT_EQ(school.say(kDeputy, {load}), "load.hours");
  load.weekly_hours = 4'000;
  load.teacher = kSecretary;
  EXPECT_EQ(school.say(kDeputy, {load}), "load.teacher");
  load.teacher = kPsychologist;
  EXPECT_EQ(school.say(kDeputy, {load}), "");
}

TEST(TeachingRulesTest, ASubjectIsTaughtToAClassOnceOrInGroups) {
  RecordProperty("requirement", "SET-08");
  RulesSchool school;
  auto load = assigned();
  load.subject = kMathematics;
  EXPECT_EQ(school.say(kDeputy, {load}), "load.twice");
  load.group = kGroup;
  EXPECT_EQ(school.say(kDeputy, {load}), "");
  EXPECT_EQ(school.say(kDeputy, {load}), "load.twice") << "the same group";
  EXPECT_EQ(school.say(kDeputy, {events::LoadEnded{kMathsOfA, day("2025-10-24"), kOrder}}), "");
  load.group.reset();
  load.first_day = day("2025-10-24");
  EXPECT_EQ(school.say(kDeputy, {load}), "load.twice");
  load.first_day = day("2025-10-25");
  EXPECT_EQ(school.say(kDeputy, {load}), "");
}

TEST(TeachingRulesTest, ALoadDoesNotEndBeforeItsLessons) {
  RecordProperty("requirement", "SET-08");
  RulesSchool school;
  school.clock("2025-09-20", 12);
  school.lesson(kMathsOfA, "2025-09-15");
  EXPECT_EQ(school.say(kDeputy, {events::LoadEnded{kMathsOfA, day("2025-09-14"), kOrder}}),
            "load.lessons_after");
  EXPECT_EQ(school.say(kDeputy, {events::LoadEnded{kMathsOfA, day("2025-09-15"), kOrder}}), "");
  EXPECT_EQ(school.say(kDeputy, {events::LoadEnded{kMathsOfA, day("2025-09-16"), kOrder}}),
            "load.ended");
}

TEST(TeachingRulesTest, APlanHasTopicsWithHours) {
  RecordProperty("requirement", "SET-10");
  RulesSchool school;
  const auto plan = [](std::vector<events::PlanTopic> topics) {
    return events::PlanAdopted{{}, kMathsOfA, "План", std::move(topics)};
  };
  EXPECT_EQ(school.say(kMaths, {plan({{2, "Дроби", false}, {1, "Работа", true}})}), "");
  EXPECT_EQ(school.say(kMaths, {plan({})}), "plan.empty");
  EXPECT_EQ(school.say(kMaths, {plan({{2, "Дроби", false}, {0, "Работа", true}})}), "plan.hours");
  EXPECT_EQ(school.say(kMaths, {plan({{2, " ", false}})}), "plan.topic");
  EXPECT_EQ(school.say(kForeign, {plan({{2, "Дроби", false}})}), "access.out_of_reach");
}

TEST(TeachingRulesTest, ACurriculumNamesASubjectOnceInAGrade) {
  RecordProperty("requirement", "SET-08");
  RulesSchool school;
  const auto curriculum = [](std::vector<events::CurriculumLine> lines) {
    return events::CurriculumApproved{kYear, kOrder, std::move(lines)};
  };
  EXPECT_EQ(school.say(kDirector, {curriculum({{5, kMathematics, 500}, {6, kMathematics, 500}})}),
            "");
  EXPECT_EQ(school.say(kDirector, {curriculum({})}), "curriculum.empty");
  EXPECT_EQ(school.say(kDirector, {curriculum({{5, kMathematics, 500}, {5, kMathematics, 100}})}),
            "curriculum.twice");
  EXPECT_EQ(school.say(kDirector, {curriculum({{13, kMathematics, 500}})}), "curriculum.line");
  EXPECT_EQ(school.say(kDirector, {curriculum({{5, kMathematics, 0}})}), "curriculum.line");
}

TEST(TeachingRulesTest, ASubstituteIsAnotherTeacherOnDaysOfTheLoad) {
  RecordProperty("requirement", "SET-09");
  RulesSchool school;
  events::SubstitutionOrdered order{{}, kMathsOfA, kForeign, day("2025-09-03"), day("2025-09-05"),
                                    {}, kOrder};
  EXPECT_EQ(school.say(kDeputy, {order}), "");
  order.substitute = kMaths;
  EXPECT_EQ(school.say(kDeputy, {order}), "substitution.same");
  order.substitute = kSecretary;
  EXPECT_EQ(school.say(kDeputy, {order}), "load.teacher");
  order.substitute = kForeign;
  order.last_day = day("2025-09-02");
  EXPECT_EQ(school.say(kDeputy, {order}), "days.reversed");
  order.first_day = day("2025-08-20");
  order.last_day = day("2025-08-31");
  EXPECT_EQ(school.say(kDeputy, {order}), "substitution.outside");
  order.last_day = day("2025-09-01");
  EXPECT_EQ(school.say(kDeputy, {order}), "") << "late, which is not refused";
}

TEST(TimetableRulesTest, ATimetableKeepsToWeekBellsAndLoads) {
  RecordProperty("requirement", "SET-08");
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 5, 3)})}), "");
  EXPECT_EQ(school.say(kDeputy, {timetable({})}), "timetable.empty");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 6, 1)})}), "timetable.weekday");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 0, 1)})}), "timetable.weekday");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 4)})}), "timetable.bell");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 0)})}), "timetable.bell");
  auto outside = timetable({slot(kMathsOfA, 1, 1)});
  outside.last_day = day("2026-05-27");
  EXPECT_EQ(school.say(kDeputy, {outside}), "timetable.outside");
  EXPECT_EQ(school.say(kDeputy, {events::LoadEnded{kMathsOfA, day("2025-11-04"), kOrder}}), "");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 1)})}), "timetable.load");
}

TEST(TimetableRulesTest, NobodyTeachesAndNoClassLearnsTwiceAtOneBell) {
  RecordProperty("requirement", "SET-08");
  using enum events::DayParity;
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 1), slot(kMathsOfEleventh, 1, 1)})}),
            "timetable.teacher");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 1), slot(kTalksOfA, 1, 1)})}),
            "timetable.class");
  EXPECT_EQ(
      school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 1, kOdd), slot(kTalksOfA, 1, 1, kEven)})}),
      "");
  EXPECT_EQ(school.say(kDeputy,
                       {timetable({slot(kMathsOfA, 1, 1, kOdd), slot(kTalksOfA, 1, 1, kEvery)})}),
            "timetable.class");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 1), slot(kEnglishOfB, 1, 1),
                                            slot(kTalksOfA, 1, 2)})}),
            "")
      << "different classes learn at the same time";
}

TEST(TimetableRulesTest, GroupsOfAClassLearnSideBySideButNotBesideTheWholeClass) {
  RulesSchool school;
  const events::GroupNumber second{2};
  const auto load = [](events::PersonNumber teacher, events::GroupNumber group) {
    auto one = assigned();
    one.teacher = teacher;
    one.group = group;
    return one;
  };
  EXPECT_EQ(school.say(kAdministrator,
                       {events::GroupFormed{second, kFifthA, kEnglish, events::GroupKind::kSubgroup,
                                            "5а, 2", day("2025-09-01")}}),
            "");
  EXPECT_EQ(school.say(kDeputy, {load(kMaths, kGroup), load(kForeign, second)}), "");
  const events::LoadNumber other{kNextLoad.value + 1};
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kNextLoad, 1, 1), slot(other, 1, 1)})}), "");
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(other, 1, 1), slot(kMathsOfA, 1, 1)})}),
            "timetable.class");
}

TEST(TimetableRulesTest, ATimetableIsApprovedOnce) {
  RecordProperty("requirement", "SET-08");
  RulesSchool school;
  EXPECT_EQ(school.say(kDirector, {events::TimetableApproved{{1}, kOrder}}), "timetable.approved");
  EXPECT_EQ(school.say(kDeputy, {events::TimetableApproved{{1}, kOrder}}), "access.no_role");
}

TEST(TimetableRulesTest, OnlyWhatStandsInAnApprovedTimetableChanges) {
  RecordProperty("requirement", "SET-09");
  RulesSchool school;
  const auto change = [](events::LoadNumber load, std::string_view iso_day, std::uint16_t bell,
                         std::optional<events::LoadNumber> replaced_by = std::nullopt) {
    return events::TimetableChanged{load,        day(iso_day), bell,
                                    replaced_by, std::nullopt, events::CancelGround::kEvent};
  };
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-09-08", 1)}), "");
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-09-08", 2)}), "timetable.no_slot");
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-09-09", 1)}), "timetable.no_slot");
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-09-01", 1)}), "")
      << "late, which is flagged and not refused";
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-09-13", 1)}), "")
      << "a Saturday that is worked may have any weekday's lessons";
  EXPECT_EQ(school.say(kDeputy, {timetable({slot(kMathsOfA, 1, 1)})}), "");
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-11-10", 1)}), "timetable.no_slot")
      << "entered, and not approved";
  EXPECT_EQ(school.say(kDirector, {events::TimetableApproved{{2}, kOrder}}), "");
  EXPECT_EQ(school.say(kDeputy, {change(kMathsOfA, "2025-11-10", 1)}), "");
}

TEST(TimetableRulesTest, WhatAChangePutThereMayBeCancelled) {
  RecordProperty("requirement", "SET-09");
  RulesSchool school;
  const events::Day monday = day("2025-09-08");
  const events::LessonCancelled cancelled{kTalksOfA, monday, 1, events::CancelGround::kEvent};
  EXPECT_EQ(school.say(kDeputy, {cancelled}), "timetable.no_slot");
  EXPECT_EQ(
      school.say(kDeputy,
                 {events::TimetableChanged{
                     kMathsOfA, monday, 1, kTalksOfA, {}, events::CancelGround::kTeacherAbsent}}),
      "");
  EXPECT_EQ(school.say(kDeputy, {cancelled}), "");
  EXPECT_EQ(school.say(kDeputy, {events::LoadEnded{kTalksOfA, day("2025-09-14"), kOrder}}), "");
  EXPECT_EQ(school.say(kDeputy, {events::TimetableChanged{kMathsOfA,
                                                          day("2025-09-15"),
                                                          1,
                                                          kTalksOfA,
                                                          {},
                                                          events::CancelGround::kTeacherAbsent}}),
            "timetable.load");
}

TEST(TimetableRulesTest, WhereNoTimetableIsApprovedALessonMayStillBeSaidNotToBeHeld) {
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {events::LessonCancelled{kMathsOfA, day("2025-12-01"), 1,
                                                         events::CancelGround::kWeather}}),
            "");
}

}  // namespace
}  // namespace letopis::rules::founded

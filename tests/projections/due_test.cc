// What lessons owe, at the edges of their terms.
#include "projections/due.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/taught_school.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kFirst = "2025-09-01";
constexpr const char* kLast = "2025-10-24";
constexpr const char* kMondayOn = "2025-09-08";

// One lesson of mathematics each Monday at bell 1, under so many parameters.
TaughtSchool school_with(std::vector<events::Parameter> parameters) {
  TaughtSchool school;
  school.timetable(kFirst, kLast, {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  school.add(kDirector, events::RegulationAdopted{"Положение", std::nullopt, day(kFirst),
                                                  std::move(parameters)});
  return school;
}

std::vector<DueItem> due(const SmallSchool& school, DueKind kind, events::Instant now,
                         bool done = false, events::Position as_of = kWholeLog) {
  DueQuery query;
  query.now = now;
  query.first = day(kMondayOn);
  query.last = day("2025-09-14");
  query.kinds = {kind};
  query.done = done;
  query.as_of = as_of;
  auto items = due_items(school.views(), query);
  EXPECT_TRUE(items) << items.refusal().says.ru;
  return *std::move(items);
}

events::Instant a_moment_before(events::Instant moment) { return {moment.milliseconds - 1}; }

TEST(Due, ASilentRegulationOwesNothing) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_with({});
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  school.add(kMaths,
             events::WorkSet{lesson, day(kMondayOn), 1, events::WorkKind::kControl, 100, "№ 1"});
  DueQuery query;
  query.now = moscow("2026-05-01", 12);
  EXPECT_THAT(*due_items(school.views(), query), IsEmpty());
}

TEST(Due, ASchoolWithoutAProfileIsRefused) {
  const MemoryViews nothing;
  const auto items = due_items(nothing, {});
  ASSERT_FALSE(items);
  EXPECT_EQ(items.refusal().code, "school.not_described");
}

TEST(Due, ALessonWithoutARecordIsOwedUntilMidnightAndLateFromThenOn) {
  RecordProperty("requirement", "JRN-09");
  const TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"}});
  const events::Instant midnight = moscow("2025-09-09", 0);
  const auto before = due(school, DueKind::kLessonRecord, a_moment_before(midnight));
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].clause, "4.5.1");
  EXPECT_THAT(before[0].who, ElementsAre(kMaths));
  EXPECT_EQ(before[0].about.school_class, kFifthA);
  EXPECT_EQ(before[0].about.bell, 1);
  EXPECT_EQ(before[0].opens, moscow(kMondayOn, 9, 15));
  EXPECT_EQ(before[0].deadline->at, midnight);
  EXPECT_EQ(before[0].late, std::nullopt);
  const auto after = due(school, DueKind::kLessonRecord, midnight);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0].late->days, 1);
}

TEST(Due, WhatIsRecordedIsOwedNoMoreAndKnowsWhetherItCameLate) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"}});
  const events::Position before = school.size();
  school.set_clock("2025-09-10", 10);
  school.hold(kMathsOfA, kMondayOn, 1);
  const events::Instant now = moscow("2025-09-11", 0);
  EXPECT_THAT(due(school, DueKind::kLessonRecord, now), IsEmpty());
  EXPECT_EQ(due(school, DueKind::kLessonRecord, now, false, before).size(), 1U)
      << "as it was known then";
  const auto done = due(school, DueKind::kLessonRecord, now, true);
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].done->recorded, moscow("2025-09-10", 10));
  EXPECT_EQ(done[0].late->days, 2);
  const auto topic = due(school, DueKind::kTopic, now);
  ASSERT_EQ(topic.size(), 1U) << "the record has no topic yet";
  EXPECT_EQ(topic[0].about.lesson, events::LessonNumber{1});
}

TEST(Due, AnotherBellOfTheDayIsTheSameLesson) {
  TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"}});
  school.hold(kMathsOfA, kMondayOn, 3);
  EXPECT_THAT(due(school, DueKind::kLessonRecord, moscow("2025-09-11", 0)), IsEmpty());
}

TEST(Due, CancelledLessonsAndEmptyClassesOweNoRecord) {
  RecordProperty("requirement", "SET-09");
  TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"}});
  school.change(kMathsOfA, kMondayOn, 1, std::nullopt);
  EXPECT_THAT(due(school, DueKind::kLessonRecord, moscow("2025-09-11", 0)), IsEmpty());
  school.change(kMathsOfA, kMondayOn, 1, kMathsOfA);
  EXPECT_EQ(due(school, DueKind::kLessonRecord, moscow("2025-09-11", 0)).size(), 1U);
  for (const events::PersonNumber pupil : {kAnna, kBoris, kVera}) {
    school.add(kDirector, events::PupilMoved{pupil, kFifthA, kFifthB, day(kFirst), {}});
  }
  EXPECT_THAT(due(school, DueKind::kLessonRecord, moscow("2025-09-11", 0)), IsEmpty());
}

TEST(Due, TheSubstituteOwesTheRecordAndTheirSignature) {
  RecordProperty("requirement", "JRN-12");
  TaughtSchool school =
      school_with({{"entry.topic.due", "lesson_day", "4.5.1"},
                   {"substitution", "substitute_fills,register_signature", "4.5.2"}});
  const auto order = school.substitute(kMathsOfA, kEnglish, kMondayOn, kMondayOn);
  const events::Instant now = moscow("2025-09-11", 0);
  EXPECT_THAT(due(school, DueKind::kLessonRecord, now)[0].who, ElementsAre(kEnglish));
  school.add(kEnglish, events::LessonHeld{{1},
                                          kMathsOfA,
                                          kEnglish,
                                          day(kMondayOn),
                                          1,
                                          std::nullopt,
                                          events::LessonKind::kOrdinary,
                                          order});
  const auto signature = due(school, DueKind::kSubstitutionSignature, now);
  ASSERT_EQ(signature.size(), 1U);
  EXPECT_THAT(signature[0].who, ElementsAre(kEnglish));
  EXPECT_EQ(signature[0].clause, "4.5.2");
  EXPECT_EQ(signature[0].deadline, std::nullopt) << "the clause names no day";
  EXPECT_EQ(signature[0].late, std::nullopt);
  school.add(kEnglish, events::SubstitutionSigned{order, {1}});
  EXPECT_THAT(due(school, DueKind::kSubstitutionSignature, now), IsEmpty());
}

TEST(Due, ByTheShorterTermOwedAndByTheLongerLate) {
  RecordProperty("requirement", "JRN-09");
  const TaughtSchool school =
      school_with({{"entry.topic.due", "lesson_day; late 7d", "прил. 5 №8, №9"}});
  const auto between = due(school, DueKind::kLessonRecord, moscow("2025-09-15", 23, 59));
  ASSERT_EQ(between.size(), 1U);
  EXPECT_EQ(between[0].deadline->due, moscow("2025-09-09", 0));
  EXPECT_EQ(between[0].deadline->at, moscow("2025-09-16", 0));
  EXPECT_EQ(between[0].late, std::nullopt);
  const auto after = due(school, DueKind::kLessonRecord, moscow("2025-09-16", 0));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0].late->days, 1);
}

TEST(Due, ALessonIsJudgedByTheRuleOfItsOwnDay) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"}});
  school.add(kDirector,
             events::ParameterChanged{
                 {"entry.topic.due", "7d", "4.6"}, {"12", day(kFirst)}, day("2025-09-09")});
  const auto items = due(school, DueKind::kLessonRecord, moscow("2025-09-12", 0));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].clause, "4.5.1");
  EXPECT_TRUE(items[0].late);
}

TEST(Due, HomeworkIsOwedThreeHoursAfterThePupilsLastLessonOnAShortenedDay) {
  RecordProperty("requirement", "JRN-10");
  TaughtSchool school = school_with({{"entry.homework.due", "lesson_day,3h", "прил. 5 №11"}});
  school.timetable(
      kMondayOn, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kEnglishFirst, kMonday, 4)});
  const auto ordinary = due(school, DueKind::kHomework, moscow(kMondayOn, 12));
  ASSERT_EQ(ordinary.size(), 2U);
  EXPECT_EQ(ordinary[0].deadline->at, moscow(kMondayOn, 15, 15)) << "12:15 and three hours";
  school.shorten(kMondayOn, 4);
  const auto shortened = due(school, DueKind::kHomework, moscow(kMondayOn, 12));
  ASSERT_EQ(shortened.size(), 2U);
  EXPECT_EQ(shortened[0].deadline->at, moscow(kMondayOn, 13, 30)) << "10:30 and three hours";
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  school.set_clock(a_moment_before(moscow(kMondayOn, 13, 30)));
  school.add(kMaths, events::HomeworkNone{lesson, day(kMondayOn)});
  const auto done = due(school, DueKind::kHomework, moscow(kMondayOn, 12), true);
  ASSERT_EQ(done.size(), 2U);
  EXPECT_TRUE(done[0].done);
  EXPECT_EQ(done[0].late, std::nullopt);
}

TEST(Due, HomeworkThatMayBeLeftOutIsLateOnlyWhereItWasSet) {
  RecordProperty("requirement", "JRN-10");
  TaughtSchool school = school_with({{"entry.homework.due", "lesson_day,3h", "прил. 5 №11"},
                                     {"entry.homework.optional", "yes", "прил. 5 №11"}});
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  EXPECT_THAT(due(school, DueKind::kHomework, moscow("2025-09-11", 0)), IsEmpty());
  school.set_clock(moscow(kMondayOn, 12, 15));  // three hours after the only lesson
  school.add(kMaths, events::HomeworkSet{lesson, day(kMondayOn), events::HomeworkKind::kRead, "§ 1",
                                         std::nullopt});
  const auto done = due(school, DueKind::kHomework, moscow("2025-09-11", 0), true);
  ASSERT_EQ(done.size(), 1U);
  EXPECT_TRUE(done[0].late);
}

TEST(Due, FiveOClockOfALessonThatEndsLaterIsTheNextSchoolDays) {
  RecordProperty("requirement", "JRN-09");
  TaughtSchool school = school_with({{"entry.mark.due", "17:00", "3.3"},
                                     {"control_work.everyone_present_marked", "yes", "3.2.4"}});
  events::BellScheduleDeclared late_bells{{9}, "Вторая смена", {{1, 16 * 60 + 30, 17 * 60 + 15}}};
  school.add(kDirector, late_bells);
  school.add(kDirector,
             events::BellScheduleApplied{{9}, day("2025-09-12"), day("2025-09-12"), std::nullopt});
  for (const char* on : {"2025-09-11", "2025-09-12"}) {
    const auto lesson = school.hold(kMathsOfA, on, 1);
    school.add(kMaths, events::WorkSet{lesson, day(on), 1, events::WorkKind::kControl, 100, "№ 1"});
  }
  DueQuery query;
  query.now = moscow("2025-09-20", 0);
  query.kinds = {DueKind::kControlWorkMarks};
  const auto items = due_items(school.views(), query);
  ASSERT_EQ(items->size(), 2U);
  EXPECT_EQ((*items)[0].deadline->at, moscow("2025-09-11", 17));
  EXPECT_EQ((*items)[1].deadline->at, moscow("2025-09-15", 17)) << "a Friday's, on Monday";
}

TEST(Due, AfterAControlWorkEverybodyPresentIsOwedAMark) {
  RecordProperty("requirement", "JRN-03");
  TaughtSchool school = school_with({{"control_work.everyone_present_marked", "yes", "3.2.4"}});
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  school.add(kMaths,
             events::WorkSet{lesson, day(kMondayOn), 1, events::WorkKind::kControl, 100, "№ 1"});
  school.absent(lesson, kVera);
  school.mark(lesson, kAnna, events::MarkValue::kFive, 1, 1);
  const events::Instant now = moscow("2025-09-11", 0);
  auto items = due(school, DueKind::kControlWorkMarks, now);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_THAT(items[0].about.lacking, ElementsAre(kBoris)) << "Vera was away";
  EXPECT_EQ(items[0].deadline, std::nullopt) << "no term is named";
  school.mark(lesson, kBoris, events::MarkValue::kFour, 1, 1);
  EXPECT_THAT(due(school, DueKind::kControlWorkMarks, now), IsEmpty());
  school.withdraw(lesson, kBoris);
  items = due(school, DueKind::kControlWorkMarks, now);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_THAT(items[0].about.lacking, ElementsAre(kBoris));
}

TEST(Due, WhoIsTaughtElsewhereIsOwedNoMarkOfTheClasssControlWork) {
  RecordProperty("requirement", "SET-12 JRN-03");
  using events::StudyForm;
  for (const auto& [form, from, owed] :
       {std::tuple{StudyForm::kHomeSchooling, kMondayOn, false},
        std::tuple{StudyForm::kFamilyEducation, kMondayOn, false},
        std::tuple{StudyForm::kIndividualPlan, kMondayOn, true},
        std::tuple{StudyForm::kHomeSchooling, "2025-09-30", true}}) {
    TaughtSchool school = school_with({{"control_work.everyone_present_marked", "yes", "3.2.4"}});
    school.add(kDirector, events::StudyFormSet{kBoris, form, {}, day(from), {}, {}});
    const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
    school.add(kMaths,
               events::WorkSet{lesson, day(kMondayOn), 1, events::WorkKind::kControl, 100, "№ 1"});
    school.mark(lesson, kAnna, events::MarkValue::kFive, 1, 1);
    school.mark(lesson, kVera, events::MarkValue::kFive, 1, 1);
    const auto items = due(school, DueKind::kControlWorkMarks, moscow("2025-09-11", 0));
    EXPECT_EQ(items.size(), owed ? 1U : 0U) << events::word_of(form) << " from " << from;
  }
}

TEST(Due, AMarkOfAVoidKeyMarksNobody) {
  RecordProperty("requirement", "ACC-09");
  TaughtSchool school = school_with({{"control_work.everyone_present_marked", "yes", "3.2.4"}});
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  school.add(kMaths,
             events::WorkSet{lesson, day(kMondayOn), 1, events::WorkKind::kControl, 100, "№ 1"});
  const events::Instant stolen = school.now();
  for (const auto pupil : {kAnna, kBoris, kVera}) {
    school.mark(lesson, pupil, events::MarkValue::kFive, 1, 1);
  }
  const events::Instant now = moscow("2025-09-11", 0);
  EXPECT_THAT(due(school, DueKind::kControlWorkMarks, now), IsEmpty());
  school.compromise(kMaths, stolen);
  EXPECT_EQ(due(school, DueKind::kControlWorkMarks, now)[0].about.lacking.size(), 3U);
}

TEST(Due, WhoMovedAwayBeforeTheControlWorkIsOwedNoMark) {
  RecordProperty("requirement", "SET-07");
  TaughtSchool school = school_with({{"control_work.everyone_present_marked", "yes", "3.2.4"}});
  school.add(kDirector, events::PupilMoved{kBoris, kFifthA, kFifthB, day(kMondayOn), {}});
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  school.add(kMaths,
             events::WorkSet{lesson, day(kMondayOn), 1, events::WorkKind::kControl, 100, "№ 1"});
  EXPECT_THAT(due(school, DueKind::kControlWorkMarks, moscow("2025-09-11", 0))[0].about.lacking,
              ElementsAre(kAnna, kVera));
}

TEST(Due, WhereOnlyPresenceIsKeptNoTopicHomeworkOrMarkIsOwed) {
  RecordProperty("requirement", "JRN-11");
  TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"},
                                     {"entry.homework.due", "lesson_day", "4.5.1"},
                                     {"control_work.everyone_present_marked", "yes", "3.2.4"},
                                     {"grades_attendance_only", "5", "1.3"}});
  const auto lesson = school.hold(kMathsOfA, kMondayOn, 1);
  school.add(kMaths,
             events::WorkSet{lesson, day(kMondayOn), 1, events::WorkKind::kControl, 100, "№ 1"});
  DueQuery query;
  query.now = moscow("2025-09-11", 0);
  EXPECT_THAT(*due_items(school.views(), query), IsEmpty());
}

TEST(Due, AListOfOnePersonHoldsTheirDutiesOnly) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_with({{"entry.topic.due", "lesson_day", "4.5.1"}});
  school.timetable(
      kMondayOn, kLast,
      {TaughtSchool::slot(kMathsOfA, kMonday, 1), TaughtSchool::slot(kEnglishFirst, kMonday, 2)});
  DueQuery query;
  query.now = moscow("2025-09-08", 20);
  query.first = day(kMondayOn);
  EXPECT_EQ(due_items(school.views(), query)->size(), 2U);
  query.person = kEnglish;
  const auto hers = due_items(school.views(), query);
  ASSERT_EQ(hers->size(), 1U);
  EXPECT_EQ((*hers)[0].about.subject, kForeign);
  query.school_class = kFifthB;
  EXPECT_THAT(*due_items(school.views(), query), IsEmpty());
}

}  // namespace
}  // namespace letopis::projections

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/diary_page.h"
#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::MarkValue;
using testing::ElementsAre;

DiaryQuery week(events::PersonNumber pupil) {
  return {pupil, day("2025-09-01"), day("2025-09-07"), kWholeLog};
}

std::vector<events::LessonNumber> lessons(const DiaryDay& day) {
  std::vector<events::LessonNumber> numbers;
  for (const DiaryLesson& lesson : day.lessons) numbers.push_back(lesson.record.lesson);
  return numbers;
}

TEST(Diary, ADayHasTheLessonsOfThePupilsClassAndGroupByBell) {
  SmallSchool school;
  const auto english = school.hold(kEnglishFirst, "2025-09-02", 3);
  const auto other = school.hold(kEnglishSecond, "2025-09-02", 3);
  const auto maths = school.hold(kMathsOfA, "2025-09-02", 1);
  school.hold(kMathsOfB, "2025-09-02", 1);
  school.hold(kMathsOfA, "2025-09-08", 1);
  const auto anna = diary_days(school.views(), week(kAnna));
  ASSERT_EQ(anna.size(), 1U);
  EXPECT_EQ(anna[0].day, day("2025-09-02"));
  EXPECT_THAT(lessons(anna[0]), ElementsAre(maths, english));
  EXPECT_EQ(anna[0].lessons[1].subject, kForeign);
  EXPECT_THAT(lessons(diary_days(school.views(), week(kVera))[0]), ElementsAre(maths, other));
}

TEST(Diary, ALessonHasTopicHomeworkOfAllAndOfThePupilAndTheWorkOfAMark) {
  RecordProperty("requirement", "DRY-02");
  SmallSchool school;
  const events::Day on = day("2025-09-02");
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.add(kMaths, events::TopicSet{lesson, on, "Дроби", "", std::nullopt, 0});
  school.add(kMaths, events::WorkSet{lesson, on, 1, events::WorkKind::kTest, 150, "Тест 1"});
  school.add(kMaths,
             events::HomeworkSet{lesson, on, events::HomeworkKind::kRead, "§ 3", std::nullopt});
  events::Commitment text;
  text.digest.bytes[0] = std::byte{9};
  school.add(kMaths, events::IndividualHomeworkSet{lesson, kAnna, on, events::HomeworkKind::kRepeat,
                                                   text, std::nullopt});
  school.mark(lesson, kAnna, MarkValue::kFour, 1, 1);
  const auto days = diary_days(school.views(), week(kAnna));
  const DiaryLesson& shown = days[0].lessons[0];
  EXPECT_EQ(shown.record.topic->value, "Дроби");
  EXPECT_EQ(shown.record.homework->value.text, "§ 3");
  ASSERT_EQ(shown.homework.size(), 1U);
  EXPECT_EQ(shown.homework[0].fact.text, text);
  EXPECT_EQ(shown.record.work(shown.marks[0].work)->title, "Тест 1");
  const auto boris = diary_days(school.views(), week(kBoris));
  EXPECT_TRUE(boris[0].lessons[0].homework.empty()) << "another pupil's homework";
  EXPECT_TRUE(boris[0].lessons[0].marks.empty());
}

TEST(Diary, MarksAbsencesAndAveragesPerSubject) {
  RecordProperty("requirement", "DRY-03");
  SmallSchool school;
  const auto first = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto second = school.hold(kMathsOfA, "2025-09-03", 1);
  const auto third = school.hold(kEnglishFirst, "2025-09-03", 2);
  school.mark(first, kAnna, MarkValue::kTwo);
  school.correct(first, kAnna, MarkValue::kThree);
  school.mark(second, kAnna, MarkValue::kFive);
  school.late(second, kAnna, 5);
  school.absent(third, kAnna);
  school.add(kMaths, events::AbsenceExplained{kAnna, kFifthA, day("2025-09-03"), day("2025-09-03"),
                                              events::AbsenceReason::kExcused, std::nullopt});
  const auto days = diary_days(school.views(), week(kAnna));
  const Mark& mark = days[0].lessons[0].marks[0];
  EXPECT_THAT(mark.struck, ElementsAre(MarkValue::kTwo)) << "was 2";
  EXPECT_EQ(mark.value, MarkValue::kThree) << "became 3";
  EXPECT_EQ(days[1].lessons[0].presence->minutes, 5);
  EXPECT_EQ(days[1].lessons[0].presence->reason, std::nullopt) << "a late arrival needs none";
  EXPECT_EQ(days[1].lessons[1].presence->reason, events::AbsenceReason::kExcused);

  const auto results = diary_results(school.views(), week(kAnna));
  ASSERT_EQ(results.size(), 2U);
  EXPECT_EQ(results[0].subject, kMathematics);
  EXPECT_DOUBLE_EQ(*results[0].sums.average(), 4.0);
  EXPECT_EQ(results[0].lessons, 2U);
  EXPECT_EQ(results[0].late, 1U);
  EXPECT_EQ(results[1].missed, 1U);
  EXPECT_EQ(results[1].sums.average(), std::nullopt);
}

TEST(Diary, PeriodMarksOfAllYearsAreKept) {
  RecordProperty("requirement", "DRY-07");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kFive);
  school.add(kMaths,
             events::PeriodMarkGiven{kAnna, kFifthA, kMathematics, kFirstQuarter,
                                     events::ResultKind::kPeriod, MarkValue::kFive, std::nullopt});
  school.set_clock("2026-06-01", 9);
  school.add(kDirector, events::YearClosed{{1}, {}});
  school.add(kDirector,
             events::YearOpened{{2}, 2026, day("2026-09-01"), day("2027-05-25"), std::nullopt});
  school.add(kDirector, events::ClassPromoted{kFifthA, {2}, 6, {}});
  school.add(kDirector, events::PupilPromoted{kAnna, kFifthA, kFifthB, {2}, {}});
  school.add(kMaths, events::PeriodMarkGiven{kAnna,
                                             kFifthB,
                                             kMathematics,
                                             {3},
                                             events::ResultKind::kYear,
                                             MarkValue::kFour,
                                             std::nullopt});
  const auto old_week = diary_days(school.views(), week(kAnna));
  ASSERT_EQ(old_week.size(), 1U);
  EXPECT_EQ(old_week[0].lessons[0].marks[0].value, MarkValue::kFive);
  const auto marks = diary_period_marks(school.views(), kAnna);
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].mark.value, MarkValue::kFive);
  EXPECT_EQ(marks[1].kind, events::ResultKind::kYear);
  EXPECT_EQ(marks[1].mark.value, MarkValue::kFour);
}

TEST(Diary, AMovedPupilKeepsThePastAndGetsTheNewClassesLessons) {
  SmallSchool school;
  const auto before = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(before, kAnna, MarkValue::kFour);
  school.add(kDirector, events::PupilMoved{kAnna, kFifthA, kFifthB, day("2025-09-03"), {}});
  school.hold(kMathsOfA, "2025-09-04", 1);
  const auto after = school.hold(kMathsOfB, "2025-09-04", 1);
  const auto days = diary_days(school.views(), week(kAnna));
  ASSERT_EQ(days.size(), 2U);
  EXPECT_THAT(lessons(days[0]), ElementsAre(before));
  EXPECT_EQ(days[0].lessons[0].marks[0].value, MarkValue::kFour);
  EXPECT_THAT(lessons(days[1]), ElementsAre(after));
}

TEST(Diary, AnEntryInALessonThatIsNotThePupilsIsShownAllTheSame) {
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfB, "2025-09-02", 4);
  school.mark(lesson, kAnna, MarkValue::kFive);
  const auto days = diary_days(school.views(), week(kAnna));
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].lessons[0].record.bell, 4);
  EXPECT_EQ(days[0].lessons[0].school_class, kFifthB);
  EXPECT_EQ(days[0].lessons[0].marks[0].value, MarkValue::kFive);
}

TEST(Diary, NotesStandAtTheirLessonOrTheirDay) {
  RecordProperty("requirement", "DRY-04");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.add(kMaths, events::PupilNoted{kAnna, events::PupilNoteKind::kAchievement, lesson, {}});
  school.set_clock("2025-09-07", 23, 59);
  const auto on_sunday = school.add(
      kMaths, events::PupilNoted{kAnna, events::PupilNoteKind::kRemark, std::nullopt, {}});
  school.set_clock("2025-09-08", 0);
  school.add(kMaths, events::PupilNoted{kAnna, events::PupilNoteKind::kProblem, std::nullopt, {}});
  const auto days = diary_days(school.views(), week(kAnna));
  ASSERT_EQ(days[0].lessons[0].notes.size(), 1U);
  EXPECT_EQ(days[0].lessons[0].notes[0].fact.kind, events::PupilNoteKind::kAchievement);
  const auto notes =
      diary_notes(school.views(), week(kAnna), *regulations::TimeZone::named("Europe/Moscow"));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].stamp.position, on_sunday);
  EXPECT_TRUE(
      diary_notes(school.views(), week(kBoris), *regulations::TimeZone::named("Europe/Moscow"))
          .empty());
}

TEST(Diary, APupilWhoNeverWasHasAnEmptyDiary) {
  SmallSchool school;
  school.hold(kMathsOfA, "2025-09-02", 1);
  EXPECT_TRUE(diary_days(school.views(), week(events::PersonNumber{77})).empty());
  EXPECT_TRUE(diary_results(school.views(), week(events::PersonNumber{77})).empty());
  EXPECT_TRUE(diary_period_marks(school.views(), events::PersonNumber{77}).empty());
}

}  // namespace
}  // namespace letopis::projections

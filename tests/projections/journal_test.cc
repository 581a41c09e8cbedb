#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/journal_page.h"
#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::MarkValue;
using testing::ElementsAre;

JournalQuery maths(events::ClassNumber school_class = kFifthA) {
  return {school_class,      kMathematics,      std::nullopt,
          day("2025-09-01"), day("2025-10-24"), kWholeLog};
}

std::vector<events::PersonNumber> pupils(const JournalPage& page) {
  std::vector<events::PersonNumber> numbers;
  for (const JournalPupil& pupil : page.pupils) numbers.push_back(pupil.pupil);
  return numbers;
}

std::vector<events::LessonNumber> lessons(const JournalPage& page) {
  std::vector<events::LessonNumber> numbers;
  for (const LessonRecord& column : page.columns) numbers.push_back(column.lesson);
  return numbers;
}

std::vector<std::optional<MarkValue>> values(const JournalCell* cell) {
  std::vector<std::optional<MarkValue>> found;
  if (cell == nullptr) return found;
  for (const Mark& mark : cell->marks) found.push_back(mark.value);
  return found;
}

TEST(Journal, AClassWithoutPupilsOrLessonsHasAnEmptyPage) {
  SmallSchool school;
  EXPECT_EQ(journal_page(school.views(), maths(kFifthB)), JournalPage{});
  EXPECT_EQ(journal_page(school.views(), maths(events::ClassNumber{99})), JournalPage{});
  EXPECT_THAT(pupils(journal_page(school.views(), maths())), ElementsAre(kAnna, kBoris, kVera));
}

TEST(Journal, ALessonHasItsDateBellTopicWorksAndHomework) {
  RecordProperty("requirement", "JRN-01");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 2);
  const events::Day on = day("2025-09-02");
  school.add(kMaths, events::TopicSet{lesson, on, "Дроби", "№ 12–15", std::nullopt, 0});
  school.add(kMaths, events::TopicSet{lesson, on, "Обыкновенные дроби", "", std::nullopt, 0});
  school.add(kMaths, events::WorkSet{lesson, on, 2, events::WorkKind::kControl, 200, "К-1"});
  school.add(kMaths, events::WorkSet{lesson, on, 1, events::WorkKind::kAnswer, 100, ""});
  school.add(kMaths, events::HomeworkNone{lesson, on});
  school.add(kMaths, events::HomeworkSet{lesson, on, events::HomeworkKind::kWritten, "с. 14, № 20",
                                         day("2025-09-03")});
  const JournalPage page = journal_page(school.views(), maths());
  ASSERT_EQ(page.columns.size(), 1U);
  const LessonRecord& column = page.columns.front();
  EXPECT_EQ(column.day, on);
  EXPECT_EQ(column.bell, 2);
  EXPECT_EQ(column.teacher, kMaths);
  EXPECT_EQ(column.topic->value, "Обыкновенные дроби") << "the later one corrects";
  EXPECT_EQ(column.homework->value,
            (Homework{events::HomeworkKind::kWritten, "с. 14, № 20", day("2025-09-03")}));
  EXPECT_FALSE(column.no_homework);
  ASSERT_EQ(column.works.size(), 2U);
  EXPECT_EQ(column.works[0].number, 1);
  EXPECT_EQ(column.works[1], (Work{2, events::WorkKind::kControl, 200, "К-1"}));
}

TEST(Journal, SeveralMarksOfALessonStandInTheirOrderWithTheirWorks) {
  RecordProperty("requirement", "JRN-02");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.add(kMaths,
             events::WorkSet{lesson, day("2025-09-02"), 1, events::WorkKind::kControl, 300, "К-1"});
  events::Commitment comment;
  comment.digest.bytes[5] = std::byte{7};
  school.add(kMaths, events::MarkGiven{lesson, kAnna, day("2025-09-02"), 1, MarkValue::kThree, 0,
                                       std::nullopt, comment});
  school.mark(lesson, kAnna, MarkValue::kFive, 2, 1);
  const JournalPage page = journal_page(school.views(), maths());
  const JournalCell* cell = page.cell(kAnna, lesson);
  EXPECT_THAT(values(cell), ElementsAre(MarkValue::kThree, MarkValue::kFive));
  EXPECT_EQ(cell->marks[0].comment, comment);
  EXPECT_EQ(cell->marks[1].work, 1);
  EXPECT_EQ(page.columns[0].weight_of(cell->marks[1].work), 300);
  EXPECT_DOUBLE_EQ(*page.pupils[0].sums.average(), 4.0);
  EXPECT_DOUBLE_EQ(*page.pupils[0].sums.weighted_average(), 4.5);
  EXPECT_EQ(page.pupils[1].sums.average(), std::nullopt);
}

TEST(Journal, AMarkAndAnAbsenceStandInOneCell) {
  RecordProperty("requirement", "JRN-04");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.absent(lesson, kAnna);
  school.mark(lesson, kAnna, MarkValue::kFour);
  school.late(lesson, kBoris, 15);
  school.absent(lesson, kVera);
  school.add(kMaths, events::AbsenceWithdrawn{lesson, kVera, day("2025-09-02"),
                                              events::ChangeReason::kWrongPupil});
  school.add(kMaths, events::AbsenceExplained{kAnna, kFifthA, day("2025-09-01"), day("2025-09-03"),
                                              events::AbsenceReason::kIllness, std::nullopt});
  const JournalPage page = journal_page(school.views(), maths());
  const JournalCell* anna = page.cell(kAnna, lesson);
  EXPECT_THAT(values(anna), ElementsAre(MarkValue::kFour));
  EXPECT_EQ(anna->presence->kind, events::AbsenceKind::kAbsent);
  EXPECT_EQ(anna->presence->reason, events::AbsenceReason::kIllness);
  const JournalCell* boris = page.cell(kBoris, lesson);
  EXPECT_EQ(boris->presence->kind, events::AbsenceKind::kLate);
  EXPECT_EQ(boris->presence->minutes, 15);
  EXPECT_EQ(page.cell(kVera, lesson), nullptr);
}

TEST(Journal, ACorrectionShowsTheStruckValueAndItsHistory) {
  RecordProperty("requirement", "JRN-06");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto given = school.mark(lesson, kAnna, MarkValue::kTwo);
  school.set_clock("2025-09-05", 12);
  const auto corrected = school.correct(lesson, kAnna, MarkValue::kThree);
  const JournalCell* cell = nullptr;
  const JournalPage page = journal_page(school.views(), maths());
  cell = page.cell(kAnna, lesson);
  ASSERT_EQ(cell->marks.size(), 1U);
  EXPECT_EQ(cell->marks[0].value, MarkValue::kThree);
  EXPECT_THAT(cell->marks[0].struck, ElementsAre(MarkValue::kTwo));

  const auto history = cell_history(school.views(), lesson, kAnna);
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].stamp.position, given);
  EXPECT_EQ(history[0].mark->value, MarkValue::kTwo);
  EXPECT_EQ(history[1].stamp.position, corrected);
  EXPECT_EQ(history[1].stamp.author, kMaths);
  EXPECT_EQ(history[1].stamp.recorded, moscow("2025-09-05", 12));
  EXPECT_EQ(history[1].mark->type, EntryType::kCorrection);
  EXPECT_EQ(history[1].mark->reason, events::ChangeReason::kMistyped);
}

TEST(Journal, AWithdrawnMarkIsEmptyAndStaysToBeSeen) {
  RecordProperty("requirement", "JRN-06");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.withdraw(lesson, kAnna);
  const JournalPage page = journal_page(school.views(), maths());
  const JournalCell* cell = page.cell(kAnna, lesson);
  EXPECT_THAT(values(cell), ElementsAre(std::nullopt));
  EXPECT_THAT(cell->marks[0].struck, ElementsAre(MarkValue::kTwo));
  EXPECT_EQ(page.pupils[0].sums.count, 0U);
}

TEST(Journal, AMovedPupilsPastStaysInTheOldClass) {
  RecordProperty("requirement", "SET-07");
  SmallSchool school;
  const auto before = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(before, kAnna, MarkValue::kFive);
  school.set_clock("2025-09-14", 9);
  school.add(kDirector, events::PupilMoved{
                            kAnna, kFifthA, kFifthB, day("2025-09-15"), {"7", day("2025-09-12")}});
  const auto in_a = school.hold(kMathsOfA, "2025-09-16", 1);
  const auto in_b = school.hold(kMathsOfB, "2025-09-16", 2);
  school.mark(in_b, kAnna, MarkValue::kThree);

  const JournalPage a = journal_page(school.views(), maths(kFifthA));
  EXPECT_THAT(pupils(a), ElementsAre(kAnna, kBoris, kVera));
  EXPECT_THAT(a.pupils[0].days, ElementsAre(Interval{day("2025-09-01"), day("2025-09-14")}));
  EXPECT_THAT(values(a.cell(kAnna, before)), ElementsAre(MarkValue::kFive));
  EXPECT_THAT(lessons(a), ElementsAre(before, in_a));
  EXPECT_TRUE(a.is_open(0, 0));
  EXPECT_FALSE(a.is_open(0, 1)) << "closed after the move";
  EXPECT_TRUE(a.is_open(1, 1));

  const JournalPage b = journal_page(school.views(), maths(kFifthB));
  EXPECT_THAT(pupils(b), ElementsAre(kAnna));
  EXPECT_THAT(lessons(b), ElementsAre(in_b));
  EXPECT_EQ(b.cell(kAnna, before), nullptr);

  JournalQuery later = maths(kFifthA);
  later.first = day("2025-09-15");
  EXPECT_THAT(pupils(journal_page(school.views(), later)), ElementsAre(kBoris, kVera));
}

TEST(Journal, APupilWhoLeftIsClosedFromTheNextDayOn) {
  RecordProperty("requirement", "SET-07");
  SmallSchool school;
  school.hold(kMathsOfA, "2025-09-10", 1);
  school.hold(kMathsOfA, "2025-09-11", 1);
  school.add(
      kDirector,
      events::PupilLeft{kBoris, kFifthA, day("2025-09-10"), events::LeaveGround::kRelocation, {}});
  const JournalPage page = journal_page(school.views(), maths());
  EXPECT_TRUE(page.is_open(1, 0));
  EXPECT_FALSE(page.is_open(1, 1));
}

TEST(Journal, AnEntryOutsideOfAPupilsDaysIsShownAndNotHidden) {
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-10", 1);
  school.mark(lesson, kBoris, MarkValue::kFour);
  school.add(
      kDirector,
      events::PupilLeft{kBoris, kFifthA, day("2025-08-31"), events::LeaveGround::kRelocation, {}});
  const JournalPage page = journal_page(school.views(), maths());
  EXPECT_THAT(pupils(page), ElementsAre(kAnna, kBoris, kVera));
  EXPECT_FALSE(page.is_open(1, 0));
  EXPECT_THAT(values(page.cell(kBoris, lesson)), ElementsAre(MarkValue::kFour));
}

TEST(Journal, ASubgroupHasItsOwnPageAndTheClassHasAll) {
  RecordProperty("requirement", "SET-05");
  SmallSchool school;
  const auto first = school.hold(kEnglishFirst, "2025-09-02", 3);
  const auto second = school.hold(kEnglishSecond, "2025-09-02", 2);
  const auto later = school.hold(kEnglishFirst, "2025-09-04", 1);
  school.hold(kEnglishFirst, "2025-11-05", 1);
  JournalQuery query = maths();
  query.subject = kForeign;
  const JournalPage whole = journal_page(school.views(), query);
  EXPECT_THAT(lessons(whole), ElementsAre(second, first, later)) << "by day and bell";
  EXPECT_EQ(whole.columns[0].group, kSecondGroup);
  query.group = kFirstGroup;
  const JournalPage own = journal_page(school.views(), query);
  EXPECT_THAT(lessons(own), ElementsAre(first, later));
  EXPECT_THAT(pupils(own), ElementsAre(kAnna, kBoris));
}

TEST(Journal, AGroupOfSeveralClassesHasAPageWithoutAClass) {
  RecordProperty("requirement", "SET-05");
  SmallSchool school;
  const events::GroupNumber chess{3};
  school.add(kDirector,
             events::GroupFormed{chess, std::nullopt, kMathematics, events::GroupKind::kCrossClass,
                                 "шахматы", day("2025-09-01")});
  school.add(kDirector, events::GroupJoined{chess, kAnna, day("2025-09-08")});
  school.add(kDirector, events::LoadAssigned{{5},
                                             kMaths,
                                             kMathematics,
                                             std::nullopt,
                                             chess,
                                             100,
                                             day("2025-09-01"),
                                             day("2026-05-26")});
  const auto lesson = school.hold({5}, "2025-09-09", 7);
  JournalQuery query = maths();
  query.school_class.reset();
  query.group = chess;
  const JournalPage page = journal_page(school.views(), query);
  EXPECT_THAT(lessons(page), ElementsAre(lesson));
  EXPECT_THAT(pupils(page), ElementsAre(kAnna));
  EXPECT_THAT(page.pupils[0].days, ElementsAre(Interval{day("2025-09-08"), kNoEnd}));
  EXPECT_TRUE(journal_page(school.views(), maths()).columns.empty());
}

TEST(Journal, SessionsWithAJournalOfTheirOwnStandOnNoOtherPage) {
  RecordProperty("requirement", "JRN-19");
  using events::GroupKind;
  for (const auto& [kind, elsewhere] :
       {std::pair{GroupKind::kPsychologist, true}, std::pair{GroupKind::kExtracurricular, true},
        std::pair{GroupKind::kElective, false}, std::pair{GroupKind::kHomeSchooling, false}}) {
    SmallSchool school;
    const events::GroupNumber own{3};
    school.add(kDirector,
               events::GroupFormed{own, kFifthA, std::nullopt, kind, "своя", day("2025-09-01")});
    school.add(kDirector, events::GroupJoined{own, kAnna, day("2025-09-01")});
    school.add(
        kDirector,
        events::LoadAssigned{
            {5}, kMaths, kMathematics, kFifthA, own, 50, day("2025-09-01"), day("2026-05-26")});
    const auto ordinary = school.hold(kMathsOfA, "2025-09-09", 1);
    const auto session = school.hold({5}, "2025-09-09", 7);
    const JournalPage of_class = journal_page(school.views(), maths());
    if (elsewhere) {
      EXPECT_THAT(lessons(of_class), ElementsAre(ordinary));
    } else {
      EXPECT_THAT(lessons(of_class), ElementsAre(ordinary, session));
    }
    JournalQuery query = maths();
    query.group = own;
    EXPECT_THAT(lessons(journal_page(school.views(), query)), ElementsAre(session));
  }
}

TEST(Journal, AGroupsPageHasTheResultsOfItsOwnPupils) {
  RecordProperty("requirement", "JRN-14");
  SmallSchool school;
  const events::GroupNumber home{3};
  school.add(kDirector,
             events::GroupFormed{home, kFifthA, std::nullopt, events::GroupKind::kHomeSchooling,
                                 "на дому", day("2025-09-01")});
  school.add(kDirector, events::GroupJoined{home, kAnna, day("2025-09-01")});
  for (const auto pupil : {kAnna, kBoris}) {
    school.add(kMaths, events::PeriodMarkGiven{pupil, kFifthA, kMathematics, kFirstQuarter,
                                               events::ResultKind::kPeriod, MarkValue::kFive,
                                               std::nullopt});
  }
  EXPECT_EQ(journal_page(school.views(), maths()).period_marks.size(), 2U) << "class journal";
  JournalQuery query = maths();
  query.group = home;
  const JournalPage page = journal_page(school.views(), query);
  ASSERT_EQ(page.period_marks.size(), 1U);
  EXPECT_EQ(page.period_marks.front().pupil, kAnna);
}

TEST(Journal, AWithdrawnLessonIsGoneUnlessAnEntryRestsOnIt) {
  SmallSchool school;
  const auto empty = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto marked = school.hold(kMathsOfA, "2025-09-02", 2);
  school.mark(marked, kAnna, MarkValue::kFive);
  for (const auto lesson : {empty, marked}) {
    school.add(kMaths, events::LessonWithdrawn{lesson, day("2025-09-02"),
                                               events::ChangeReason::kEnteredInError});
  }
  const JournalPage page = journal_page(school.views(), maths());
  EXPECT_THAT(lessons(page), ElementsAre(marked));
  EXPECT_TRUE(page.columns[0].withdrawn);
}

TEST(Journal, PeriodMarksOfTheYearStandBesideThePage) {
  RecordProperty("requirement", "JRN-13");
  SmallSchool school;
  const events::PeriodMarkGiven given{kAnna,
                                      kFifthA,
                                      kMathematics,
                                      kFirstQuarter,
                                      events::ResultKind::kPeriod,
                                      MarkValue::kFour,
                                      std::nullopt};
  school.add(kMaths, given);
  school.add(kMaths, events::PeriodMarkCorrected{kAnna, kFifthA, kMathematics, kFirstQuarter,
                                                 events::ResultKind::kPeriod, MarkValue::kFive,
                                                 events::ChangeType::kAdjustment,
                                                 events::ChangeReason::kOrderIssued, std::nullopt,
                                                 std::nullopt, std::nullopt});
  const JournalPage page = journal_page(school.views(), maths());
  ASSERT_EQ(page.period_marks.size(), 1U);
  EXPECT_EQ(page.period_marks[0].pupil, kAnna);
  EXPECT_EQ(page.period_marks[0].period, kFirstQuarter);
  EXPECT_EQ(page.period_marks[0].mark.value, MarkValue::kFive);
  EXPECT_THAT(page.period_marks[0].mark.struck, ElementsAre(MarkValue::kFour));
  const auto steps = period_mark_history(
      school.views(), {kAnna, kFifthA, kMathematics, kFirstQuarter, events::ResultKind::kPeriod});
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[1].type, EntryType::kAdjustment);
}

TEST(Journal, ACellsHistoryNamesTheDisputeAboutIt) {
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.add(kAnna, events::DisputeRaised{{1}, kAnna, lesson, 1, day("2025-09-03"), std::nullopt});
  school.correct(lesson, kAnna, MarkValue::kFour);
  const auto history = cell_history(school.views(), lesson, kAnna);
  ASSERT_EQ(history.size(), 3U);
  EXPECT_EQ(history[1].dispute->fact.dispute, events::DisputeNumber{1});
  EXPECT_TRUE(cell_history(school.views(), lesson, kVera).empty());
  EXPECT_TRUE(cell_history(school.views(), events::LessonNumber{9}, kAnna).empty());
}

}  // namespace
}  // namespace letopis::projections

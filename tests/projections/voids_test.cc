// What a compromised key did is gone from journals and diaries from the notice on, and kept and
// flagged in histories and the change report.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/change_report.h"
#include "projections/diary_page.h"
#include "projections/journal_page.h"
#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::MarkValue;

JournalQuery maths(events::Position as_of = kWholeLog) {
  return {kFifthA, kMathematics, std::nullopt, day("2025-09-01"), day("2025-10-24"), as_of};
}

TEST(Voids, FromTheNoticeOnWhatTheKeyDidIsGoneAndBeforeItStays) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.set_clock("2025-09-02", 12);
  school.mark(lesson, kAnna, MarkValue::kFour);
  const events::Instant noticed = moscow("2025-09-03", 10);
  school.set_clock({noticed.milliseconds - 1});
  school.mark(lesson, kBoris, MarkValue::kThree);
  school.set_clock(noticed);
  school.mark(lesson, kVera, MarkValue::kFive);
  school.correct(lesson, kAnna, MarkValue::kFive);
  school.set_clock("2025-09-03", 11);
  const events::Position before_notice = school.size();
  school.compromise(kMaths, noticed);

  const JournalPage page = journal_page(school.views(), maths());
  EXPECT_EQ(page.cell(kAnna, lesson)->marks[0].value, MarkValue::kFour);
  EXPECT_TRUE(page.cell(kAnna, lesson)->marks[0].struck.empty());
  EXPECT_EQ(page.cell(kBoris, lesson)->marks[0].value, MarkValue::kThree)
      << "recorded a millisecond before the notice";
  EXPECT_EQ(page.cell(kVera, lesson), nullptr) << "recorded at its very moment";

  const JournalPage earlier = journal_page(school.views(), maths(before_notice));
  EXPECT_EQ(earlier.cell(kAnna, lesson)->marks[0].value, MarkValue::kFive);
  EXPECT_EQ(earlier.cell(kVera, lesson)->marks[0].value, MarkValue::kFive);

  const auto history = cell_history(school.views(), lesson, kVera);
  ASSERT_EQ(history.size(), 1U);
  EXPECT_TRUE(history[0].is_void);
}

TEST(Voids, TheDiaryLosesThemAndTheChangeReportFlagsThem) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.set_clock("2025-09-03", 12);
  const auto forged = school.correct(lesson, kAnna, MarkValue::kFive);
  school.set_clock("2025-09-03", 13);
  school.compromise(kMaths, moscow("2025-09-03", 9));

  const auto days =
      diary_days(school.views(), {kAnna, day("2025-09-02"), day("2025-09-02"), kWholeLog});
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].lessons[0].marks[0].value, MarkValue::kTwo);

  ChangeFilter filter;
  filter.only_void = true;
  const auto report = change_report(school.views(), filter);
  ASSERT_EQ(report->rows.size(), 1U);
  EXPECT_EQ(report->rows[0].stamp.position, forged);
  EXPECT_TRUE(report->rows[0].is_void);
  EXPECT_EQ(report->rows[0].before, MarkValue::kTwo);
  EXPECT_EQ(report->rows[0].after, MarkValue::kFive);
}

TEST(Voids, DoNotCascadeButWhatRestsOnThemIsFlagged) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kFive);
  const auto confirmed =
      school.add(kEnglish, events::MarkCorrected{lesson, kAnna, day("2025-09-02"), 1,
                                                 MarkValue::kFour, events::ChangeType::kCorrection,
                                                 events::ChangeReason::kRecalculated, std::nullopt,
                                                 std::nullopt, std::nullopt});
  school.compromise(kMaths, moscow("2025-09-01", 0));

  const JournalPage page = journal_page(school.views(), maths());
  ASSERT_EQ(page.columns.size(), 1U) << "somebody's valid entry stands in the void lesson";
  EXPECT_TRUE(page.columns[0].is_void);
  const Mark& mark = page.cell(kAnna, lesson)->marks[0];
  EXPECT_EQ(mark.value, MarkValue::kFour);
  EXPECT_TRUE(mark.struck.empty());
  EXPECT_TRUE(mark.rests_on_void);

  ChangeFilter filter;
  filter.types = {EntryType::kCorrection};
  const auto report = change_report(school.views(), filter);
  ASSERT_EQ(report->rows.size(), 1U);
  EXPECT_EQ(report->rows[0].stamp.position, confirmed);
  EXPECT_TRUE(report->rows[0].rests_on_void);
  EXPECT_FALSE(report->rows[0].is_void);
  EXPECT_EQ(report->rows[0].before, std::nullopt);
}

TEST(Voids, AVoidLessonIsGoneWithItsTopic) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  school.set_clock("2025-09-02", 9);
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.add(kMaths, events::TopicSet{lesson, day("2025-09-02"), "Дроби", "", std::nullopt, 0});
  school.compromise(kMaths, moscow("2025-09-02", 8));
  EXPECT_TRUE(journal_page(school.views(), maths()).columns.empty());
  EXPECT_TRUE(
      diary_days(school.views(), {kAnna, day("2025-09-02"), day("2025-09-02"), kWholeLog}).empty());
}

TEST(Voids, AnotherKeyOfTheSamePersonIsNotVoid) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.set_clock("2025-09-03", 12);
  school.compromise(kMaths, moscow("2025-09-03", 9));
  const events::KeyNumber fresh{7};
  school.add(kDirector, events::KeyEnrolled{kMaths, key_of_number(7), events::KeyHolder::kBrowser,
                                            events::KeyGround::kReset, std::nullopt});
  std::vector<events::RecordedEvent> log = school.log();
  school.mark(lesson, kAnna, MarkValue::kFive);
  log.push_back(school.log().back());
  log.back().key = fresh;
  const MemoryViews views = folded(log, log.size());
  EXPECT_EQ(journal_page(views, maths()).cell(kAnna, lesson)->marks[0].value, MarkValue::kFive);
  EXPECT_EQ(journal_page(school.views(), maths()).cell(kAnna, lesson), nullptr);
}

}  // namespace
}  // namespace letopis::projections

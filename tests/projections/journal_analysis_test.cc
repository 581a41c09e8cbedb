#include "projections/journal_analysis.h"

#include <gmock/gmock.h>

#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::MarkValue;
using testing::ElementsAre;
using testing::IsEmpty;

class Analysis : public testing::Test {
 protected:
  // A lesson of mathematics with all that a reader looks for.
  events::LessonNumber lesson(std::string_view iso_day) {
    const auto held = school_.hold(kMathsOfA, iso_day, 1);
    school_.add(kMaths, events::TopicSet{held, day(iso_day), "Дроби", "", {}, 0});
    school_.add(kMaths, events::HomeworkNone{held, day(iso_day)});
    return held;
  }

  void mark_all(events::LessonNumber held, MarkValue value = MarkValue::kFour) {
    for (const auto pupil : {kAnna, kBoris, kVera}) school_.mark(held, pupil, value);
  }

  std::vector<FindingKind> kinds(std::string_view first = "2025-09-01",
                                 std::string_view last = "2025-10-24") const {
    std::vector<FindingKind> out;
    for (const auto& finding : find(first, last)) out.push_back(finding.kind);
    return out;
  }

  std::vector<Finding> find(std::string_view first = "2025-09-01",
                            std::string_view last = "2025-10-24") const {
    return journal_analysis(school_.views(), {kFifthA, kMathematics, day(first), day(last)});
  }

  void give(events::PersonNumber pupil, MarkValue value) {
    school_.add(kMaths, events::PeriodMarkGiven{pupil, kFifthA, kMathematics, kFirstQuarter,
                                                events::ResultKind::kPeriod, value, std::nullopt});
  }

  SmallSchool school_;
};

TEST_F(Analysis, AWellKeptLessonHasNoFindings) {
  RecordProperty("requirement", "REP-04");
  mark_all(lesson("2025-09-02"));
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(Analysis, ALessonWithoutTopicAndHomeworkIsFoundOnItsDayAlone) {
  RecordProperty("requirement", "REP-04");
  mark_all(school_.hold(kMathsOfA, "2025-09-02", 1));
  EXPECT_THAT(kinds(), ElementsAre(FindingKind::kNoTopic, FindingKind::kNoHomework));
  EXPECT_THAT(kinds("2025-09-03", "2025-09-03"), IsEmpty());
}

TEST_F(Analysis, OneOrTwoMarksInALessonAreFewAndThreeAreNot) {
  const auto held = lesson("2025-09-02");
  school_.mark(held, kAnna, MarkValue::kFive);
  school_.mark(held, kBoris, MarkValue::kFive);
  const auto found = find();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().kind, FindingKind::kFewMarks);
  EXPECT_EQ(found.front().count, 2U);
  school_.mark(held, kVera, MarkValue::kFive);
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(Analysis, AMarkOfWhoWasAbsentIsFound) {
  const auto held = lesson("2025-09-02");
  mark_all(held);
  school_.absent(held, kVera);
  const auto found = find();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().kind, FindingKind::kMarkAndAbsence);
  EXPECT_EQ(found.front().pupil, kVera);
}

TEST_F(Analysis, ATwoRightAfterAnAbsenceIsFoundAndOneMendedInTimeIsNotCounted) {
  mark_all(lesson("2025-09-02"));
  const auto missed = lesson("2025-09-03");
  school_.absent(missed, kVera);
  mark_all(lesson("2025-09-04"), MarkValue::kTwo);
  for (const auto* later : {"2025-09-05", "2025-09-08"}) mark_all(lesson(later));
  mark_all(lesson("2025-09-09"));
  EXPECT_THAT(kinds(), ElementsAre(FindingKind::kTwoAfterAbsence));
}

TEST_F(Analysis, ATwoThatStandsForThreeLessonsIsFoundAndForTwoIsNot) {
  mark_all(lesson("2025-09-02"));
  const auto held = lesson("2025-09-03");
  mark_all(held);
  school_.mark(held, kVera, MarkValue::kTwo, 2);
  school_.withdraw(held, kVera, 1);
  lesson("2025-09-04");
  lesson("2025-09-05");
  EXPECT_THAT(kinds(), IsEmpty());
  lesson("2025-09-08");
  EXPECT_THAT(kinds(), ElementsAre(FindingKind::kTwoNotMended));
}

TEST_F(Analysis, ATwoInTheFirstLessonOfAPeriodIsFound) {
  const auto held = lesson("2025-09-02");
  mark_all(held);
  school_.correct(held, kVera, MarkValue::kTwo);
  EXPECT_THAT(kinds(), ElementsAre(FindingKind::kTwoAtPeriodEdge));
}

TEST_F(Analysis, APeriodMarkIsComparedWithWhatStandsBehindIt) {
  RecordProperty("requirement", "REP-04");
  for (const auto* on : {"2025-09-02", "2025-09-03", "2025-09-04"}) mark_all(lesson(on));
  give(kAnna, MarkValue::kFour);
  give(kBoris, MarkValue::kFive);
  const auto found = find();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().kind, FindingKind::kPeriodMarkDiffers);
  EXPECT_EQ(found.front().pupil, kBoris);
  EXPECT_EQ(found.front().proposed, MarkValue::kFour);
}

TEST_F(Analysis, TooFewMarksAndTooManyMissedLessonsAreFound) {
  mark_all(lesson("2025-09-02"));
  for (const auto* on : {"2025-09-03", "2025-09-04", "2025-09-05"}) {
    school_.absent(lesson(on), kVera);
  }
  give(kAnna, MarkValue::kFour);
  give(kVera, MarkValue::kFour);
  EXPECT_THAT(kinds(), ElementsAre(FindingKind::kTooFewMarks, FindingKind::kAttestedThoughMissed));
}

TEST_F(Analysis, WhoWasThereAndHasNoMarkForAControlWorkIsCounted) {
  const auto held = lesson("2025-09-02");
  school_.add(kMaths, events::WorkSet{held, day("2025-09-02"), 1, events::WorkKind::kControl, 100,
                                      "Контрольная № 1"});
  school_.mark(held, kAnna, MarkValue::kFour, 1, 1);
  school_.absent(held, kVera);
  const auto found = find();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.back().kind, FindingKind::kControlWorkUnmarked);
  EXPECT_EQ(found.back().count, 1U);
}

TEST_F(Analysis, ADayWithoutAMarkIsFoundForTheClassAsAWhole) {
  lesson("2025-09-02");
  const auto found =
      journal_analysis(school_.views(), {kFifthA, {}, day("2025-09-01"), day("2025-09-05")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().kind, FindingKind::kDayWithoutMark);
  EXPECT_FALSE(found.front().place);
}

TEST_F(Analysis, WhatWasRecordedLaterIsNotSeen) {
  school_.hold(kMathsOfA, "2025-09-02", 1);
  const auto size = school_.size();
  school_.add(kMaths, events::TopicSet{{1}, day("2025-09-02"), "Дроби", "", {}, 0});
  const AnalysisQuery query{kFifthA, kMathematics, day("2025-09-01"), day("2025-09-05"), size};
  EXPECT_EQ(journal_analysis(school_.views(), query).size(), 2U);
}

}  // namespace
}  // namespace letopis::projections

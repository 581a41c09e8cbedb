// A pupil's or parent's notice of a wrong mark, and its answer.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::DisputeOutcome;
using events::MarkValue;

constexpr std::string_view kDay = "2025-09-02";

// Anna has a «3» of 2 September, given on 3 September; the clock shows the 4th, 18:00.
class Disputes : public testing::Test {
 protected:
  Disputes() {
    lesson_ = school_.lesson(kMathsOfA, kDay);
    school_.clock("2025-09-03", 9);
    EXPECT_EQ(school_.say(kMaths, {mark(lesson_, kDay, kAnna, MarkValue::kThree)}), "");
    school_.clock("2025-09-04", 18);
  }

  events::DisputeRaised raised(std::string_view found, std::uint16_t ordinal = 1) const {
    return {{}, kAnna, lesson_, ordinal, day(found), {}};
  }
  static events::DisputeAnswered answer(DisputeOutcome outcome, bool with_text = false) {
    events::DisputeAnswered fact{{1}, kAnna, outcome, {}};
    if (with_text) fact.text = events::Commitment{};
    return fact;
  }
  events::MarkCorrected upheld() const {
    auto fact = correction(lesson_, kDay, kAnna, MarkValue::kFour);
    fact.type = events::ChangeType::kAdjustment;
    fact.reason = events::ChangeReason::kDisputeUpheld;
    fact.dispute = events::DisputeNumber{1};
    return fact;
  }

  JournalSchool school_;
  events::LessonNumber lesson_;
};

TEST_F(Disputes, TheFindingLiesBetweenTheMarkAndToday) {
  RecordProperty("requirement", "JRN-17");
  EXPECT_EQ(school_.say(kMother, {raised("2025-09-05")}), "dispute.found");
  EXPECT_EQ(school_.say(kMother, {raised("2025-09-02")}), "dispute.found");
  EXPECT_EQ(school_.say(kMother, {raised("2025-09-04", 2)}), "mark.not_standing");
  EXPECT_EQ(school_.say(kBoris, {raised("2025-09-04")}), "access.out_of_reach");
  EXPECT_EQ(school_.say(kAnna, {raised("2025-09-03")}), "");
  EXPECT_EQ(school_.say(kMother, {raised("2025-09-04")}), "dispute.open");
}

TEST_F(Disputes, AnAnswerIsACorrectionOrAReasonAndThereIsOne) {
  RecordProperty("requirement", "JRN-17");
  ASSERT_EQ(school_.say(kMother, {raised("2025-09-04")}), "");
  EXPECT_EQ(school_.say(kMaths, {answer(DisputeOutcome::kDeclined)}), "dispute.no_reason");
  EXPECT_EQ(school_.say(kMaths, {answer(DisputeOutcome::kCorrected)}), "dispute.no_change");
  auto unnamed = correction(lesson_, kDay, kAnna, MarkValue::kFour);
  EXPECT_EQ(school_.say(kMaths, {unnamed, answer(DisputeOutcome::kCorrected)}),
            "dispute.no_change");
  EXPECT_EQ(school_.say(kMaths, {upheld(), answer(DisputeOutcome::kCorrected)}), "");
  EXPECT_EQ(school_.say(kMaths, {answer(DisputeOutcome::kDeclined, true)}), "dispute.answered");
  auto again = upheld();
  again.value = MarkValue::kFive;
  EXPECT_EQ(school_.say(kMaths, {again}), "dispute.answered");
  EXPECT_EQ(school_.say(kMother, {raised("2025-09-04")}), "") << "a new notice may follow";
}

TEST_F(Disputes, TheCorrectionMayComeBeforeItsAnswer) {
  ASSERT_EQ(school_.say(kMother, {raised("2025-09-04")}), "");
  ASSERT_EQ(school_.say(kMaths, {upheld()}), "");
  EXPECT_EQ(school_.say(kMaths, {answer(DisputeOutcome::kCorrected)}), "");
}

TEST_F(Disputes, ADisputeIsAboutOneMark) {
  RecordProperty("requirement", "JRN-17");
  ASSERT_EQ(school_.say(kMother, {raised("2025-09-04")}), "");
  ASSERT_EQ(school_.say(kMaths, {mark(lesson_, kDay, kBoris, MarkValue::kThree)}), "");
  auto other = upheld();
  other.pupil = kBoris;
  EXPECT_EQ(school_.say(kMaths, {other}), "dispute.of_another_mark");
  auto answered = answer(DisputeOutcome::kDeclined, true);
  answered.pupil = kBoris;
  EXPECT_EQ(school_.say(kMaths, {answered}), "dispute.another_pupil");
}

}  // namespace
}  // namespace letopis::rules

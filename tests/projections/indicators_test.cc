#include "projections/indicators.h"

#include <gtest/gtest.h>

#include <vector>

namespace letopis::projections {
namespace {

using events::MarkValue;

ResultCounts counts(std::initializer_list<MarkValue> values) {
  ResultCounts counted;
  for (const MarkValue value : values) counted.add(value);
  return counted;
}

TEST(Indicators, OfAnEmptyClassThereIsNoFigure) {
  const ResultCounts none;
  EXPECT_EQ(none.progress_percent(), std::nullopt);
  EXPECT_EQ(none.quality_percent(), std::nullopt);
  EXPECT_EQ(none.learning_index(), std::nullopt);
  EXPECT_EQ(none.average(), std::nullopt);
  EXPECT_EQ(MarkSums{}.average(), std::nullopt);
  EXPECT_EQ(MarkSums{}.weighted_average(), std::nullopt);
}

TEST(Indicators, AreThoseOfTheFormulas) {
  const ResultCounts five = counts({MarkValue::kFive, MarkValue::kFour, MarkValue::kThree,
                                    MarkValue::kTwo, MarkValue::kNotAttested});
  EXPECT_DOUBLE_EQ(*five.progress_percent(), 60.0);
  EXPECT_DOUBLE_EQ(*five.quality_percent(), 40.0);
  EXPECT_DOUBLE_EQ(*five.learning_index(), (100.0 + 64 + 36 + 16 + 7) / 5);
  EXPECT_DOUBLE_EQ(*five.average(), 3.5);
}

TEST(Indicators, ExemptPupilsAndCreditsAreOutOfTheReckoning) {
  const ResultCounts some =
      counts({MarkValue::kFive, MarkValue::kExempt, MarkValue::kPassed, MarkValue::kNotPassed});
  EXPECT_EQ(some.counted(), 1U);
  EXPECT_DOUBLE_EQ(*some.progress_percent(), 100.0);
  EXPECT_EQ(counts({MarkValue::kExempt}).progress_percent(), std::nullopt);
}

TEST(Indicators, AClassOfNotAttestedHasNoProgressAndNoAverage) {
  const ResultCounts nobody = counts({MarkValue::kNotAttested, MarkValue::kNotAttested});
  EXPECT_DOUBLE_EQ(*nobody.progress_percent(), 0.0);
  EXPECT_DOUBLE_EQ(*nobody.learning_index(), 7.0);
  EXPECT_EQ(nobody.average(), std::nullopt);
}

TEST(Indicators, AOneCountsAmongTheFailingAndInTheAverageAsOne) {
  const ResultCounts some = counts({MarkValue::kOne, MarkValue::kFive});
  EXPECT_DOUBLE_EQ(*some.progress_percent(), 50.0);
  EXPECT_DOUBLE_EQ(*some.learning_index(), 58.0);
  EXPECT_DOUBLE_EQ(*some.average(), 3.0);
}

TEST(Indicators, OnlyGradesCountInAverages) {
  RecordProperty("requirement", "JRN-16");
  MarkSums sums;
  for (const MarkValue value :
       {MarkValue::kExempt, MarkValue::kPassed, MarkValue::kNotPassed, MarkValue::kNotAttested}) {
    sums.add(value);
  }
  EXPECT_EQ(sums, MarkSums{});
  sums.add(MarkValue::kFive, 100);
  sums.add(MarkValue::kTwo, 300);
  EXPECT_DOUBLE_EQ(*sums.average(), 3.5);
  EXPECT_DOUBLE_EQ(*sums.weighted_average(), 2.75);
  MarkSums weightless;
  weightless.add(MarkValue::kFour, 0);
  EXPECT_DOUBLE_EQ(*weightless.average(), 4.0);
  EXPECT_EQ(weightless.weighted_average(), std::nullopt);
}

MarkSums marks(std::initializer_list<MarkValue> values) {
  MarkSums sums;
  for (const MarkValue value : values) sums.add(value);
  return sums;
}

TEST(Indicators, AProposedMarkIsRoundedUpFromTheThresholdOn) {
  RecordProperty("requirement", "JRN-16");
  const PeriodRecord half{
      marks({MarkValue::kThree, MarkValue::kThree, MarkValue::kFour, MarkValue::kFour}), 30, 0};
  EXPECT_EQ(propose_period_mark(half), MarkValue::kFour);
  EXPECT_EQ(propose_period_mark(half, {51, 3}), MarkValue::kThree);
  // 13 marks of 3 and 7 of 4 average exactly 3.35; the other way round 3.65.
  MarkSums sums;
  for (int i = 0; i < 13; ++i) sums.add(MarkValue::kFour);
  for (int i = 0; i < 7; ++i) sums.add(MarkValue::kThree);
  EXPECT_EQ(propose_period_mark({sums, 30, 0}, {65, 3}), MarkValue::kFour);
  EXPECT_EQ(propose_period_mark({sums, 30, 0}, {66, 3}), MarkValue::kThree);
  EXPECT_EQ(
      propose_period_mark({marks({MarkValue::kFive, MarkValue::kFive, MarkValue::kFive}), 9, 0}),
      MarkValue::kFive);
}

TEST(Indicators, TooFewMarksProposeNothing) {
  const PeriodRecord two{marks({MarkValue::kFive, MarkValue::kFive}), 20, 0};
  EXPECT_EQ(propose_period_mark(two), std::nullopt);
  const PeriodRecord four{
      marks({MarkValue::kFive, MarkValue::kFive, MarkValue::kFive, MarkValue::kFive}), 20, 0};
  EXPECT_EQ(propose_period_mark(four, {50, 5}), std::nullopt) << "a half-year needs five";
}

TEST(Indicators, WhoMissedMoreThanTwoThirdsIsNotAttested) {
  const MarkSums sums = marks({MarkValue::kFive, MarkValue::kFive, MarkValue::kFive});
  EXPECT_EQ(propose_period_mark({sums, 30, 20}), MarkValue::kFive) << "exactly two thirds";
  EXPECT_EQ(propose_period_mark({sums, 30, 21}), MarkValue::kNotAttested);
  EXPECT_EQ(propose_period_mark({sums, 0, 0}), MarkValue::kFive);
}

TEST(Indicators, MarksAreLackingWhenFewOrNotRecent) {
  const auto lacks = [](std::vector<std::uint32_t> by_lesson) { return lacks_marks(by_lesson); };
  EXPECT_FALSE(lacks({})) << "before the first lesson nothing is lacking";
  EXPECT_TRUE(lacks({0, 1, 1}));
  EXPECT_FALSE(lacks({0, 1, 2}));
  EXPECT_TRUE(lacks({3, 0, 0, 0, 0, 0})) << "none in the last five";
  EXPECT_FALSE(lacks({2, 1, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace letopis::projections

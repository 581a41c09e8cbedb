#include "trial/tally.h"

#include <gtest/gtest.h>

namespace letopis::trial {
namespace {

using events::MarkValue;

Tally tally_of(std::initializer_list<std::pair<int, unsigned>> marks, std::uint32_t lessons = 20,
               std::uint32_t missed = 0) {
  Tally tally;
  tally.lessons = lessons;
  tally.missed = missed;
  for (const auto& [figure, weight] : marks) tally.add(figure, weight);
  return tally;
}

TEST(Tally, RoundsTheWeightedMeanUpFromAHalf) {
  EXPECT_EQ(result_of(tally_of({{4, 100}, {5, 100}})), MarkValue::kFive);
  EXPECT_EQ(result_of(tally_of({{4, 100}, {4, 100}, {5, 100}})), MarkValue::kFour);
  EXPECT_EQ(result_of(tally_of({{3, 100}, {5, 200}})), MarkValue::kFour);
  EXPECT_EQ(result_of(tally_of({{2, 100}, {3, 200}, {3, 100}})), MarkValue::kThree);
}

TEST(Tally, MoreThanTwoThirdsMissedIsNotAttested) {
  EXPECT_EQ(result_of(tally_of({{5, 100}}, 30, 20)), MarkValue::kFive);
  EXPECT_EQ(result_of(tally_of({{5, 100}}, 30, 21)), MarkValue::kNotAttested);
}

TEST(Tally, WithoutMarksThereIsNoResult) { EXPECT_EQ(result_of(tally_of({})), std::nullopt); }

TEST(Tally, WhatIsTakenBackNoLongerCounts) {
  Tally tally = tally_of({{2, 200}, {5, 100}});
  tally.remove(2, 200);
  EXPECT_EQ(result_of(tally), MarkValue::kFive);
  EXPECT_EQ(tally.marks, 1U);
}

TEST(Tally, FiguresAreThoseOfTheMarks) {
  for (int figure = 1; figure <= 5; ++figure) EXPECT_EQ(figure_of(mark_of(figure)), figure);
  EXPECT_EQ(mark_of(2), MarkValue::kTwo);
}

}  // namespace
}  // namespace letopis::trial

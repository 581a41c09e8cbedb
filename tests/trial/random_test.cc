#include "trial/random.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace letopis::trial {
namespace {

// Computed by another implementation of xoshiro256** filled by splitmix64.
TEST(Random, GivesThePublishedSequence) {
  Random random(0);
  EXPECT_EQ(random.next(), 0x99EC5F36CB75F2B4U);
  EXPECT_EQ(random.next(), 0xBF6E1F784956452AU);
  EXPECT_EQ(random.next(), 0x1A5F849D4933E6E0U);
}

TEST(Random, StaysBelowItsBoundAndReachesAllOfIt) {
  Random random(7);
  std::set<std::uint32_t> seen;
  for (int i = 0; i < 1'000; ++i) {
    const std::uint32_t value = random.below(10);
    ASSERT_LT(value, 10U);
    seen.insert(value);
    const std::int32_t between = random.between(-3, 3);
    ASSERT_GE(between, -3);
    ASSERT_LE(between, 3);
  }
  EXPECT_EQ(seen.size(), 10U);
}

TEST(Random, StreamsOfDifferentMattersDiffer) {
  std::set<std::uint64_t> first;
  for (const Purpose purpose : {Purpose::kMarks, Purpose::kLesson, Purpose::kSalts}) {
    for (std::uint64_t which = 0; which < 20; ++which) {
      first.insert(stream(1, purpose, which).next());
      first.insert(stream(1, purpose, 100, which).next());
      first.insert(stream(2, purpose, which).next());
    }
  }
  EXPECT_EQ(first.size(), 180U);
  EXPECT_EQ(stream(1, Purpose::kMarks, 5).next(), stream(1, Purpose::kMarks, 5).next());
}

TEST(Random, ShufflesWithoutLosingAnything) {
  std::vector<int> items = {1, 2, 3, 4, 5, 6, 7, 8};
  Random random(3);
  random.shuffle(items);
  EXPECT_EQ(std::set<int>(items.begin(), items.end()).size(), 8U);
  EXPECT_NE(items, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
}

}  // namespace
}  // namespace letopis::trial

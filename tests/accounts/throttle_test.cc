// Failures are counted, waits double up to a limit, and memory is bounded.
#include "accounts/throttle.h"

#include <gtest/gtest.h>

namespace letopis::accounts {
namespace {

constexpr Patience kPatience{2, 1'000, 8'000, 60'000, 3};

TEST(Throttle, AnAddressOfTheNewKindIsCountedByItsNetworkAndOneOfTheOldByItself) {
  EXPECT_EQ(counted_address("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(counted_address("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(counted_address("2001:db8:1:2:3:4:5:6"), counted_address("2001:db8:1:2::1"));
  EXPECT_NE(counted_address("2001:db8:1:2::1"), counted_address("2001:db8:1:3::1"));
  EXPECT_EQ(counted_address("fe80::1%eth0"), counted_address("fe80::2"));
  EXPECT_EQ(counted_address("no address"), "no address");
}

TEST(Throttle, TheFirstFailuresCostNothingAndThenWaitsDoubleUpToALimit) {
  Throttle throttle(kPatience);
  std::int64_t now = 0;
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(throttle.begin("a", now));
  for (const std::int64_t wait : {1'000, 2'000, 4'000, 8'000, 8'000}) {
    EXPECT_EQ(throttle.begin("a", now), wait);
    EXPECT_EQ(throttle.begin("a", now + wait - 1), 1);
    now += wait;
    EXPECT_FALSE(throttle.wait("a", now));
    EXPECT_FALSE(throttle.begin("a", now));
  }
}

TEST(Throttle, AnAttemptMadeWhileWaitingDoesNotLengthenTheWait) {
  Throttle throttle(kPatience);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(throttle.begin("a", 0));
  for (int i = 0; i < 50; ++i) EXPECT_EQ(throttle.begin("a", 400), 600);
  EXPECT_FALSE(throttle.begin("a", 1'000));
}

TEST(Throttle, NamesDoNotHoldUpEachOther) {
  Throttle throttle(kPatience);
  for (int i = 0; i < 4; ++i) throttle.begin("a", 0);
  EXPECT_TRUE(throttle.wait("a", 0));
  EXPECT_FALSE(throttle.wait("b", 0));
  EXPECT_FALSE(throttle.begin("b", 0));
}

TEST(Throttle, WhatWasGoodDoesNotCountAndTimeHeals) {
  Throttle throttle(kPatience);
  for (int i = 0; i < 20; ++i) {
    EXPECT_FALSE(throttle.begin("a", 0));
    throttle.withdraw("a");
  }
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(throttle.begin("a", 0));
  EXPECT_TRUE(throttle.wait("a", 999));
  EXPECT_FALSE(throttle.begin("a", 60'000));  // forgotten: as the first one
  EXPECT_FALSE(throttle.begin("a", 60'000));
  EXPECT_FALSE(throttle.begin("a", 60'000));
  EXPECT_TRUE(throttle.begin("a", 60'000));
  throttle.forget("a");
  EXPECT_FALSE(throttle.wait("a", 60'000));
  throttle.withdraw("nobody");
}

TEST(Throttle, OnlySoManyNamesAreKeptTheLatestTouched) {
  Throttle throttle(kPatience);
  for (int i = 0; i < 3; ++i) throttle.begin("a", 0);
  throttle.begin("b", 0);
  throttle.begin("c", 0);
  throttle.begin("b", 0);
  EXPECT_EQ(throttle.counted(), 3u);
  throttle.begin("d", 0);  // "a" was touched longest ago
  EXPECT_EQ(throttle.counted(), 3u);
  EXPECT_FALSE(throttle.wait("a", 0));
  for (int i = 0; i < 1'000; ++i) throttle.begin(std::to_string(i), 0);
  EXPECT_EQ(throttle.counted(), 3u);
}

}  // namespace
}  // namespace letopis::accounts

// Places for long work: so many, so many who wait, and nobody fills them alone.
#include "hosting/places.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace letopis::hosting {
namespace {

using namespace std::chrono_literals;

TEST(Places, OnePersonTakesTwoAndWaitsForNoThird) {
  Places places(3, 6);
  const auto first = places.take(0ms, "5"), second = places.take(0ms, "5");
  ASSERT_TRUE(first && second);
  const auto began = std::chrono::steady_clock::now();
  EXPECT_FALSE(places.take(20s, "5"));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s) << "told at once: no worker is held";
  EXPECT_TRUE(places.take(0ms, "6"));
}

TEST(Places, APlaceThatIsFreeAgainIsForWhoWaitsAndForTheSamePersonLater) {
  Places places(1, 1);
  auto held = places.take(0ms, "5");
  ASSERT_TRUE(held);
  auto waiting = std::async(std::launch::async, [&] { return places.take(20s, "6").has_value(); });
  std::this_thread::sleep_for(50ms);
  EXPECT_FALSE(places.take(20s, "7")) << "one too many to wait";
  held.reset();
  EXPECT_TRUE(waiting.get());
  EXPECT_TRUE(places.take(0ms, "5"));
}

TEST(Places, OfWhomNothingIsKnownManyAreTaken) {
  Places places(2, 0);
  const auto one = places.take(0ms), two = places.take(0ms);
  EXPECT_TRUE(one && two);
  EXPECT_FALSE(places.take(0ms));
}

}  // namespace
}  // namespace letopis::hosting

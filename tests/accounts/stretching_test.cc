// Argon2id, and that only so many count at once.
#include "accounts/stretching.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <atomic>
#include <thread>
#include <vector>

#include "signing/encoding.h"

namespace letopis::accounts {
namespace {

constexpr Salt kSalt{std::byte{1}, std::byte{2}, std::byte{3}};

TEST(Stretching, IsArgon2idAndEachOfItsInputsMatters) {
  Stretching stretching;
  const Cost cost{2, 19u << 10};
  const auto secret = stretching.stretch("пароль", kSalt, cost);
  ASSERT_TRUE(secret);
  std::array<std::byte, 32> same{};
  ASSERT_EQ(crypto_pwhash(reinterpret_cast<unsigned char*>(same.data()), 32, "пароль", 12,
                          reinterpret_cast<const unsigned char*>(kSalt.data()), 2, 19u << 20,
                          crypto_pwhash_ALG_ARGON2ID13),
            0);
  EXPECT_TRUE(*secret == signing::Secret32(same));
  EXPECT_FALSE(*secret == *stretching.stretch("пароля", kSalt, cost));
  EXPECT_FALSE(*secret == *stretching.stretch("пароль", Salt{}, cost));
  EXPECT_FALSE(*secret == *stretching.stretch("пароль", kSalt, Cost{3, 19u << 10}));
}

TEST(Stretching, TheHalvesTellNothingOfEachOther) {
  const auto halves = split(signing::Secret32::random());
  EXPECT_FALSE(halves.login == halves.wrap);
}

TEST(Stretching, BeyondItsPlacesPeopleWaitAndBeyondThoseTheyAreToldSo) {
  Stretching stretching({1, 2, 20'000});
  std::atomic<int> done = 0, busy = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 12; ++i) {
    threads.emplace_back([&] {
      const auto secret = stretching.stretch("пароль", kSalt, Cost{4, 64u << 10});
      EXPECT_EQ(secret ? "login.busy" : secret.refusal().code, "login.busy");
      ++(secret ? done : busy);
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_GE(done, 3);  // one at work, two in the queue
  EXPECT_GT(busy, 0);
  EXPECT_EQ(done + busy, 12);
  EXPECT_TRUE(stretching.stretch("пароль", kSalt, Cost{1, 8}));  // the places are free again
}

TEST(Stretching, WhoWaitsTooLongIsToldSo) {
  Stretching stretching({1, 8, 1});
  std::atomic<int> busy = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      if (!stretching.stretch("пароль", kSalt, Cost{6, 64u << 10})) ++busy;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_GT(busy, 0);
  EXPECT_LT(busy, 4);
}

}  // namespace
}  // namespace letopis::accounts

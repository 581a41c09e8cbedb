// The second factor: digits once, paper codes once, and nothing to be read without the password.
#include "accounts/second_factor.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shelf/shelf.h"

namespace letopis::accounts {
namespace {

constexpr events::Instant kNow{1'773'212'400'000};
constexpr events::PersonNumber kPerson{7};

TEST(SecondFactor, TheSameDigitsAreTakenOnce) {
  SecondFactor factor{random_totp_secret(), {}, {}};
  const auto digits = totp_code(factor.secret, totp_step(kNow));
  EXPECT_FALSE(accept(factor, "", kNow));
  EXPECT_TRUE(accept(factor, digits.substr(0, 3) + " " + digits.substr(3), kNow));
  EXPECT_FALSE(accept(factor, digits, kNow));
  EXPECT_TRUE(accept(factor, totp_code(factor.secret, totp_step(kNow) + 1), kNow));
}

TEST(SecondFactor, EachPaperCodeIsTakenOnceHoweverItIsTyped) {
  SecondFactor factor{random_totp_secret(), {}, {}};
  const auto codes = renew_recovery(factor);
  ASSERT_EQ(codes.size(), kRecoveryCodes);
  EXPECT_EQ(codes[0].size(), 11u);
  EXPECT_TRUE(accept(factor, codes[0], kNow));
  EXPECT_FALSE(accept(factor, codes[0], kNow));
  std::string typed = codes[1];
  std::transform(typed.begin(), typed.end(), typed.begin(), [](char one) {
    return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
  });
  EXPECT_TRUE(accept(factor, typed, kNow));
  EXPECT_EQ(factor.recovery.size(), kRecoveryCodes - 2);
  const auto renewed = renew_recovery(factor);
  EXPECT_FALSE(accept(factor, codes[2], kNow));
  EXPECT_TRUE(accept(factor, renewed[2], kNow));
  EXPECT_FALSE(accept(factor, std::string(10'000, '0'), kNow));
}

TEST(SecondFactor, OpensWithTheOwnersHalfAlone) {
  SecondFactor factor{random_totp_secret(), 5, {}};
  renew_recovery(factor);
  const auto half = signing::Secret32::random();
  const auto sealed = seal(factor, kPerson, half);
  EXPECT_EQ(sealed.find(text_of(factor.secret)), sealed.npos);
  EXPECT_EQ(unseal_second(sealed, kPerson, half), factor);
  EXPECT_THROW(unseal_second(sealed, {8}, half), shelf::ShelfFailure);
  EXPECT_THROW(unseal_second(sealed, kPerson, signing::Secret32::random()), shelf::ShelfFailure);
  factor.used.reset();
  factor.recovery.clear();
  EXPECT_EQ(unseal_second(seal(factor, kPerson, half), kPerson, half), factor);
}

}  // namespace
}  // namespace letopis::accounts

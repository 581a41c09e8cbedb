// Random words for doors.
#include "accounts/tokens.h"

#include <gtest/gtest.h>

#include <set>

namespace letopis::accounts {
namespace {

TEST(Tokens, AreFortyThreeLettersThatAnAddressAndACookieTakeAsTheyAre) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const auto token = random_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-_"),
              token.npos);
    EXPECT_TRUE(seen.insert(token).second);
  }
  EXPECT_EQ(printed_token(bytes_of("\xfb\xff")), "-_8");
  EXPECT_EQ(token_digest("a"), signing::sha256(bytes_of("a")));
}

}  // namespace
}  // namespace letopis::accounts

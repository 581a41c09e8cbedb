// What is sealed opens with the same key and the same words beside it, and with nothing else.
#include "accounts/sealing.h"

#include <gtest/gtest.h>

namespace letopis::accounts {
namespace {

TEST(Sealing, OpensWithTheSameKeyAndWordsAlone) {
  const auto key = signing::Secret32::random();
  const auto sealed = seal(key, "of 7", bytes_of("seed"));
  EXPECT_EQ(unseal(key, "of 7", sealed), "seed");
  EXPECT_FALSE(unseal(signing::Secret32::random(), "of 7", sealed));
  EXPECT_FALSE(unseal(key, "of 8", sealed));
  EXPECT_NE(sealed, seal(key, "of 7", bytes_of("seed")));
}

TEST(Sealing, EveryFlippedByteAndEveryCutIsNoticed) {
  const auto key = signing::Secret32::random();
  const auto sealed = seal(key, "", bytes_of("seed"));
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    auto flipped = sealed;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    EXPECT_FALSE(unseal(key, "", flipped)) << at;
    EXPECT_FALSE(unseal(key, "", sealed.substr(0, at))) << at;
  }
}

}  // namespace
}  // namespace letopis::accounts

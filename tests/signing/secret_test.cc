#include "signing/secret.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <type_traits>

#include "signing/encoding.h"

namespace letopis::signing {
namespace {

static_assert(!std::is_copy_constructible_v<Secret32> && !std::is_copy_assignable_v<Secret32>);
static_assert(std::is_nothrow_move_constructible_v<Secret32>);

std::string hex_of(const Secret32& secret) { return to_hex(secret.reveal()); }

// What lies where the secret is, or was.
std::string memory_of(const Secret32& secret) {
  return to_hex(std::as_bytes(std::span(&secret, 1)));
}

const std::string kWiped(64, '0');

TEST(Secret, IsWipedWhenItGoes) {
  alignas(Secret32) std::array<std::byte, sizeof(Secret32)> storage{};
  auto* const secret = new (storage.data()) Secret32(Secret32::random());
  EXPECT_NE(to_hex(storage), kWiped);
  secret->~Secret32();
  EXPECT_EQ(to_hex(storage), kWiped);
}

TEST(Secret, IsWipedWhenMovedFrom) {
  Secret32 first = Secret32::derive(bytes_of("master"), "first");
  const std::string expected = hex_of(first);
  Secret32 second(std::move(first));
  // What is left behind is the point here.
  EXPECT_EQ(memory_of(first), kWiped);  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(hex_of(second), expected);
  Secret32 third = Secret32::random();
  third = std::move(second);
  EXPECT_EQ(memory_of(second), kWiped);  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(hex_of(third), expected);
}

TEST(Secret, IsCopiedOnlyByName) {
  const Secret32 secret = Secret32::random();
  EXPECT_TRUE(secret.copy() == secret);
}

TEST(Secret, ComparesEveryByte) {
  const Secret32 secret = Secret32::derive(bytes_of("master"), "first");
  for (std::size_t at = 0; at < Secret32::kBytes; ++at) {
    std::array<std::byte, 32> bytes{};
    std::copy(secret.reveal().begin(), secret.reveal().end(), bytes.begin());
    bytes[at] ^= std::byte{1};
    EXPECT_FALSE(Secret32(bytes) == secret) << at;
  }
  EXPECT_FALSE(equal_in_constant_time(bytes_of("ab"), bytes_of("abc")));
}

TEST(Secret, AtRandomDiffersEachTime) { EXPECT_FALSE(Secret32::random() == Secret32::random()); }

// RFC 5869, appendix A.3: no salt and no info.
TEST(Secret, IsDerivedByHkdf) {
  const std::array<std::byte, 22> master = [] {
    std::array<std::byte, 22> bytes{};
    bytes.fill(std::byte{0x0b});
    return bytes;
  }();
  EXPECT_EQ(to_hex(Secret<42>::derive(master, "").reveal()),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            "9d201395faa4b61a96c8");
}

TEST(Secret, DerivedForOnePurposeTellsNothingOfAnother) {
  const Bytes master = bytes_of("master");
  EXPECT_TRUE(Secret32::derive(master, "key 1") == Secret32::derive(master, "key 1"));
  EXPECT_FALSE(Secret32::derive(master, "key 1") == Secret32::derive(master, "key 2"));
  EXPECT_FALSE(Secret32::derive(master, "key 1") == Secret32::derive(bytes_of("x"), "key 1"));
}

}  // namespace
}  // namespace letopis::signing

#include "signing/digest.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "signing/encoding.h"

namespace letopis::signing {
namespace {

constexpr std::string_view kOfNothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr std::string_view kOfAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Digest, AgreesWithThePublishedValues) {
  EXPECT_EQ(to_hex(sha256({}).view()), kOfNothing);
  EXPECT_EQ(to_hex(sha256(bytes_of("abc")).view()), kOfAbc);
  EXPECT_EQ(to_hex(sha256(bytes_of(std::string(1'000'000, 'a'))).view()),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, OfTwoPartsIsThatOfTheWhole) {
  EXPECT_EQ(sha256(bytes_of("a"), bytes_of("bc")), sha256(bytes_of("abc")));
  EXPECT_EQ(sha256({}, bytes_of("abc")), sha256(bytes_of("abc")));
}

TEST(Digest, InPiecesIsThatOfTheWholeAndStartsAnew) {
  Sha256 hash;
  hash.add(bytes_of("a")).add({}).add(bytes_of("bc"));
  EXPECT_EQ(to_hex(hash.finish().view()), kOfAbc);
  EXPECT_EQ(to_hex(hash.finish().view()), kOfNothing);
  Sha256 moved = std::move(hash.add(bytes_of("ab")));
  EXPECT_EQ(to_hex(moved.add(bytes_of("c")).finish().view()), kOfAbc);
}

TEST(Digest, IsReadFromExactly32Bytes) {
  const Digest digest = sha256(bytes_of("abc"));
  EXPECT_EQ(*digest_from(digest.view()), digest);
  EXPECT_EQ(digest_from(digest.view().first(31)).refusal().code, "digest.length");
  EXPECT_EQ(digest_from(bytes_of(std::string(33, 'x'))).refusal().code, "digest.length");
}

TEST(Digest, IsOrderedByItsBytesAndCanBeAKey) {
  Digest low;
  Digest high;
  high.bytes[0] = std::byte{0x80};
  EXPECT_LT(low, high);
  const std::unordered_set<Digest> set = {low, high, low};
  EXPECT_EQ(set.size(), 2U);
}

TEST(Digest, IsTheSameOnAllThreadsAtOnce) {
  const Digest expected = sha256(bytes_of("abc"));
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&count, &expected] {
      for (int round = 0; round < 1'000; ++round) count += sha256(bytes_of("abc")) != expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

}  // namespace
}  // namespace letopis::signing

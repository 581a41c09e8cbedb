#include "signing/ed25519.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "signing/encoding.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

struct Example {
  const char* seed;
  const char* public_key;
  const char* message;
  const char* signature;
};

// RFC 8032, section 7.1, tests 1 to 3.
const Example kExamples[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "4"
     "6bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d"
     "8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc"
     "6"
     "594a7c15e9716ed28dc027beceea1ec40a"}};

Secret32 seed_of(const Example& example) {
  const auto bytes = *from_hex(example.seed);
  return Secret32(std::span<const std::byte, 32>(bytes));
}

TEST(Ed25519, SignsAsRfc8032Does) {
  for (const Example& example : kExamples) {
    const PrivateKey key(seed_of(example));
    EXPECT_EQ(to_hex(key.public_key().view()), example.public_key);
    EXPECT_EQ(to_hex(key.sign(*from_hex(example.message)).view()), example.signature);
  }
}

TEST(Ed25519, VerifiesWhatWasSignedAndNothingElse) {
  const PrivateKey key = PrivateKey::generate();
  const auto checked = CheckedKey::admit(key.public_key());
  ASSERT_TRUE(checked);
  const Signature signature = key.sign(bytes_of("a mark"));
  EXPECT_TRUE(checked->verify(bytes_of("a mark"), signature));
  EXPECT_FALSE(checked->verify(bytes_of("a mart"), signature));
  EXPECT_FALSE(checked->verify(bytes_of(""), signature));
  EXPECT_FALSE(
      CheckedKey::admit(trial_key("other").public_key())->verify(bytes_of("a mark"), signature));
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature flipped = signature;
    flipped.bytes[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
    EXPECT_FALSE(checked->verify(bytes_of("a mark"), flipped)) << bit;
  }
}

TEST(Ed25519, AMovedKeySignsAsBefore) {
  PrivateKey key = trial_key("moved");
  const Signature before = key.sign(bytes_of("text"));
  const PrivateKey moved = std::move(key);
  EXPECT_EQ(moved.sign(bytes_of("text")), before);
}

TEST(Ed25519, ManyThreadsSignAndVerifyWithOneKey) {
  const PrivateKey key = trial_key("threads");
  const CheckedKey checked = *CheckedKey::admit(key.public_key());
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([&, number] {
      for (int round = 0; round < 25; ++round) {
        const std::string text = std::to_string(number) + "/" + std::to_string(round);
        good += checked.verify(bytes_of(text), key.sign(bytes_of(text))) ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, 100);
}

TEST(Ed25519, AKeyIsNamedByTheDigestOfItsBytes) {
  const PrivateKey key(seed_of(kExamples[0]));
  EXPECT_EQ(key.key_id().digest, sha256(*from_hex(kExamples[0].public_key)));
  const std::unordered_set<KeyId> ids = {key.key_id(), key_id_of(key.public_key())};
  EXPECT_EQ(ids.size(), 1U);
}

TEST(Ed25519, BytesOfAnotherLengthAreRefused) {
  const std::string bytes(65, 'x');
  for (const std::size_t length : {0U, 31U, 33U, 64U, 65U}) {
    EXPECT_EQ(code_of(public_key_from(bytes_of(bytes).first(length))), "public_key.length");
  }
  for (const std::size_t length : {0U, 32U, 63U, 65U}) {
    EXPECT_EQ(code_of(signature_from(bytes_of(bytes).first(length))), "signature.length");
  }
}

}  // namespace
}  // namespace letopis::signing

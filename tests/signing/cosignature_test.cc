#include "signing/cosignature.h"

#include <gtest/gtest.h>

#include "signing/encoding.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

constexpr std::string_view kText = "letopis.example/nn125\n7\nroot\n";

TEST(Cosignature, SignsTheTimeBeforeTheNote) {
  EXPECT_EQ(cosigned_message(kText, {1'679'315'147}),
            "cosignature/v1\ntime 1679315147\nletopis.example/nn125\n7\nroot\n");
  const PrivateKey key = trial_key("witness");
  const Cosignature cosignature = cosign(kText, {1'679'315'147}, key);
  EXPECT_EQ(
      cosignature.signature,
      key.sign(bytes_of("cosignature/v1\ntime 1679315147\nletopis.example/nn125\n7\nroot\n")));
}

TEST(Cosignature, VerifiesForItsTextTimeAndKeyOnly) {
  const PrivateKey key = trial_key("witness");
  const CheckedKey checked = *CheckedKey::admit(key.public_key());
  Cosignature cosignature = cosign(kText, {1'679'315'147}, key);
  EXPECT_TRUE(verify_cosignature(kText, cosignature, checked));
  EXPECT_FALSE(verify_cosignature("another\n", cosignature, checked));
  EXPECT_FALSE(
      verify_cosignature(kText, cosignature, *CheckedKey::admit(trial_key("other").public_key())));
  cosignature.time.value += 1;
  EXPECT_FALSE(verify_cosignature(kText, cosignature, checked));
}

TEST(Cosignature, IsEightBytesOfTimeAndTheSignature) {
  const Cosignature cosignature = cosign(kText, {0x6418'50cb}, trial_key("witness"));
  const std::string bytes = print_cosignature(cosignature);
  EXPECT_EQ(to_hex(bytes_of(bytes).first(8)), "00000000641850cb");
  EXPECT_EQ(*parse_cosignature(bytes_of(bytes)), cosignature);
  EXPECT_EQ(code_of(parse_cosignature(bytes_of(bytes).first(71))), "cosignature.malformed");
  EXPECT_EQ(code_of(parse_cosignature(bytes_of(bytes + "x"))), "cosignature.malformed");
}

TEST(Cosignature, ATimeAboveTheLimitIsRefused) {
  std::string bytes = print_cosignature(cosign(kText, {kMaxCosignatureTime}, trial_key("witness")));
  EXPECT_EQ(parse_cosignature(bytes_of(bytes))->time.value, kMaxCosignatureTime);
  bytes[0] = static_cast<char>(0x80);
  EXPECT_EQ(code_of(parse_cosignature(bytes_of(bytes))), "cosignature.malformed");
}

}  // namespace
}  // namespace letopis::signing

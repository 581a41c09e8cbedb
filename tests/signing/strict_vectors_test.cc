// The vectors of strict Ed25519, which browsers must pass too: tests/golden/ed25519_strict.json.
// LETOPIS_WRITE_GOLDEN=1 in the environment writes the file anew.
#include "signing/strict_vectors.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

#include "signing/ed25519.h"
#include "signing/encoding.h"

namespace letopis::signing {
namespace {

const std::string kGolden = LETOPIS_SOURCE_DIR "/tests/golden/ed25519_strict.json";

std::string golden_text() {
  std::ifstream file(kGolden, std::ios::binary);
  return (std::ostringstream() << file.rdbuf()).str();
}

std::vector<StrictVector> golden_vectors() {
  std::vector<StrictVector> vectors;
  const auto text_at = [](const boost::json::value& vector, const char* field) {
    return std::string(vector.at(field).as_string());
  };
  const boost::json::value golden = boost::json::parse(golden_text());
  for (const boost::json::value& vector : golden.as_array()) {
    vectors.push_back({text_at(vector, "name"), text_at(vector, "public_key"),
                       text_at(vector, "message"), text_at(vector, "signature"),
                       vector.at("valid").as_bool()});
  }
  return vectors;
}

bool openssl_accepts(const StrictVector& vector) {
  const auto key = *from_hex(vector.public_key);
  const auto message = *from_hex(vector.message);
  const auto signature = *from_hex(vector.signature);
  const auto raw = [](const std::vector<std::byte>& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
  };
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> openssl_key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(key), key.size()), &EVP_PKEY_free);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, openssl_key.get()) == 1 &&
         EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message),
                          message.size()) == 1;
}

TEST(StrictEd25519, TheVectorsAreThoseThatTheGeneratorMakes) {
  if (std::getenv("LETOPIS_WRITE_GOLDEN") != nullptr) {
    std::ofstream(kGolden, std::ios::binary) << print_strict_vectors(make_strict_vectors());
  }
  EXPECT_EQ(golden_text(), print_strict_vectors(make_strict_vectors()));
}

TEST(StrictEd25519, EveryVectorIsJudgedAsItShould) {
  RecordProperty("requirement", "ARC-02");
  const auto vectors = golden_vectors();
  ASSERT_GT(vectors.size(), 80U);
  std::size_t valid = 0;
  for (const StrictVector& vector : vectors) {
    const auto key = CheckedKey::admit(*public_key_from(*from_hex(vector.public_key)));
    const bool accepted =
        key && key->verify(*from_hex(vector.message), *signature_from(*from_hex(vector.signature)));
    EXPECT_EQ(accepted, vector.valid) << vector.name;
    valid += accepted ? 1 : 0;
  }
  EXPECT_EQ(valid, 7U);
}

TEST(StrictEd25519, AKeyWithTorsionIsNotAdmittedThoughBothEquationsHold) {
  std::size_t seen = 0;
  for (const StrictVector& vector : golden_vectors()) {
    if (!vector.name.starts_with("A = aB + T") && !vector.name.starts_with("A of small order")) {
      continue;
    }
    const auto key = CheckedKey::admit(*public_key_from(*from_hex(vector.public_key)));
    ASSERT_FALSE(key) << vector.name;
    EXPECT_EQ(key.refusal().code, "public_key.not_a_point");
    ++seen;
  }
  EXPECT_EQ(seen, 20U);
}

// Why the strict check is needed at all, and that it is nowhere looser than the common one.
TEST(StrictEd25519, OpenSslAcceptsEveryValidSignatureAndSomeOfTheOthers) {
  std::size_t too_many = 0;
  for (const StrictVector& vector : golden_vectors()) {
    const bool accepted = openssl_accepts(vector);
    EXPECT_TRUE(accepted || !vector.valid) << vector.name;
    too_many += accepted && !vector.valid ? 1 : 0;
  }
  EXPECT_GT(too_many, 0U);
}

}  // namespace
}  // namespace letopis::signing

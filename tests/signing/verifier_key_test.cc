#include "signing/verifier_key.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "signing/encoding.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

VerifierKey example() {
  return log_verifier_key("letopis.example/nn125", trial_key("log").public_key());
}

TEST(VerifierKey, SaysNameIdAndTypedKey) {
  const VerifierKey key = example();
  const std::string text = print_verifier_key(key);
  const auto read = parse_verifier_key(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, key);
  const std::string hashed = "letopis.example/nn125\n\x01" + std::string(text_of(key.key));
  EXPECT_EQ(text.substr(0, 31),
            "letopis.example/nn125+" + to_hex(sha256(bytes_of(hashed)).view().first(4)) + "+");
  EXPECT_EQ(text.substr(31), to_base64(bytes_of("\x01" + std::string(text_of(key.key)))));
}

TEST(VerifierKey, OfAWitnessHasAnotherIdThanThatOfALog) {
  const PublicKey key = trial_key("both").public_key();
  EXPECT_NE(log_verifier_key("a", key).id(), witness_verifier_key("a", key).id());
}

TEST(VerifierKey, EachTypeHasItsLength) {
  const std::pair<SignatureType, std::size_t> lengths[] = {{SignatureType::kEd25519, 32},
                                                           {SignatureType::kCosignature, 32},
                                                           {SignatureType::kMlDsa44, 1'312},
                                                           {SignatureType::kOther, 1}};
  for (const auto& [type, length] : lengths) {
    VerifierKey key{"name", type, std::vector<std::byte>(length)};
    const auto read = parse_verifier_key(print_verifier_key(key));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, key);
    key.key.pop_back();
    EXPECT_EQ(code_of(parse_verifier_key(print_verifier_key(key))), "verifier_key.length");
  }
}

TEST(VerifierKey, AnUnassignedTypeIsRefused) {
  for (const int type : {0x00, 0x02, 0x03, 0x05, 0x07, 0xfa}) {
    const VerifierKey key{"name", static_cast<SignatureType>(type), std::vector<std::byte>(32)};
    EXPECT_EQ(code_of(parse_verifier_key(print_verifier_key(key))), "verifier_key.type") << type;
  }
}

TEST(VerifierKey, ATypingErrorInNameIdOrKeyIsFound) {
  const std::string text = print_verifier_key(example());
  for (const std::size_t at : {std::size_t{0}, std::size_t{22}, std::size_t{40}}) {
    std::string changed = text;
    changed[at] = changed[at] == 'a' ? 'b' : 'a';
    EXPECT_EQ(code_of(parse_verifier_key(changed)), "verifier_key.id") << at;
  }
}

TEST(VerifierKey, AnyOtherShapeIsRefused) {
  const std::string text = print_verifier_key(example());
  const std::string capital_id = [&] {
    std::string changed = text;
    for (std::size_t at = 22; at < 30; ++at) {
      changed[at] = static_cast<char>(std::toupper(changed[at]));
    }
    return changed;
  }();
  for (const std::string& bad :
       {std::string(), std::string("+"), std::string("++"), text.substr(0, 30), text.substr(21),
        text + "=", text + "\n", " " + text, std::string(5'000, 'a')}) {
    EXPECT_EQ(code_of(parse_verifier_key(bad)), "verifier_key.malformed") << bad;
  }
  EXPECT_EQ(code_of(parse_verifier_key(capital_id)), "verifier_key.id");
}

TEST(KeyName, HasNoWhiteSpaceNoPlusAndNoBrokenUtf8) {
  for (const char* name : {"a", "letopis.example/nn125", "школа.example/журнал", "\U0001f3eb"}) {
    EXPECT_TRUE(is_key_name(name)) << name;
  }
  for (const char* name : {"", "a b", "a+b", "a\tb", "a\nb", "a\u00a0b", "a\u2003b", "a\u3000",
                           "a\u0085b", "\u1680", "a\u2028", "a\x01", "\xff", "\xc0\x80",
                           "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x80", "\x80"}) {
    EXPECT_FALSE(is_key_name(name)) << name;
  }
  EXPECT_TRUE(is_key_name(std::string(kMaxKeyNameBytes, 'a')));
  EXPECT_FALSE(is_key_name(std::string(kMaxKeyNameBytes + 1, 'a')));
}

RC_GTEST_PROP(VerifierKey, Survives, ()) {
  const auto name = *rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc/.-09"))));
  RC_PRE(is_key_name(name));
  const VerifierKey key = witness_verifier_key(name, trial_key(name).public_key());
  RC_ASSERT(*parse_verifier_key(print_verifier_key(key)) == key);
}

}  // namespace
}  // namespace letopis::signing

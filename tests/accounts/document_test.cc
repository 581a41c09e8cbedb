// docs/accounts.md says what the code does: its example is made again, its numbers are compared.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "accounts/codes.h"
#include "accounts/sessions.h"
#include "accounts/throttle.h"
#include "shelf/format_example.h"
#include "signing/encoding.h"

namespace letopis::accounts {
namespace {

std::string document() {
  std::ifstream file(LETOPIS_SOURCE_DIR "/docs/accounts.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(AccountsDocument, TheCodeOfTheExampleIsTheKeyOfTheExample) {
  const auto example = shelf::format_example("code");
  const auto id = signing::from_hex(example.at("log id"));
  ASSERT_TRUE(id);
  events::LogId log{signing::digest_from(*id).value()};
  EXPECT_EQ(signing::to_hex(code_salt(log)), example.at("salt"));
  const auto code = Code::parse(example.at("code"));
  ASSERT_TRUE(code);
  EXPECT_EQ(code->print(), example.at("code"));
  Stretching stretching;
  const auto key = code->key(log, stretching);
  ASSERT_TRUE(key);
  EXPECT_EQ(signing::to_hex(key->public_key().view()), example.at("public"));
  const auto seed = signing::from_hex(example.at("seed"));
  ASSERT_TRUE(seed && seed->size() == 32);
  const signing::Secret32 secret(std::span<const std::byte>(*seed).first<32>());
  EXPECT_EQ(signing::PrivateKey(secret).public_key(), key->public_key());
}

TEST(AccountsDocument, ItsNumbersAreTheCodes) {
  const auto text = document();
  const auto says = [&text](const std::string& words) {
    return text.find(words) != std::string::npos;
  };
  EXPECT_TRUE(says("| staff, inspectors | " + std::to_string(kStaffTerms.idle_ms / kHourMs) +
                   " h | " + std::to_string(kStaffTerms.absolute_ms / kHourMs) + " h | " +
                   std::to_string(*kStaffTerms.lock_ms / kMinuteMs) + " min | each hour |"));
  EXPECT_EQ(kStaffTerms.rotate_ms, kHourMs);
  EXPECT_TRUE(says("| pupils, parents | " + std::to_string(kFamilyTerms.idle_ms / 24 / kHourMs) +
                   " days | " + std::to_string(kFamilyTerms.absolute_ms / 24 / kHourMs) +
                   " days |"));
  EXPECT_TRUE(says(std::to_string(Cost{}.passes) + " passes, 32 768 KiB"));
  EXPECT_EQ(Cost{}.memory_kib, 32'768u);
  EXPECT_TRUE(says("A person has " + std::to_string(kMaxSessionsOfPerson) + " sessions at most"));
  for (const auto& [name, patience] :
       {std::pair("account and known device", kDevicePatience),
        std::pair("account and address, unknown devices", kPairPatience),
        std::pair("account, unknown devices", kAccountPatience),
        std::pair("address, unknown devices", kAddressPatience)}) {
    EXPECT_TRUE(says("| " + std::string(name) + " | " + std::to_string(patience.free) + " | " +
                     std::to_string(patience.first_ms / 1'000) + " s, doubling to "))
        << name;
  }
}

}  // namespace
}  // namespace letopis::accounts

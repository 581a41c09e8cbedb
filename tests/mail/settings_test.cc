#include "mail/settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "shelf/temporary_directory.h"

namespace letopis::mail {
namespace {

std::string code(std::string_view text) {
  const auto parsed = parse_settings(text);
  return parsed ? std::string() : parsed.refusal().code;
}

TEST(PostSettingsTest, HostAndSenderAreEnough) {
  const auto parsed = parse_settings(R"({"host": "mail.example", "from": "a@b"})");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->smtp.host, "mail.example");
  EXPECT_EQ(parsed->smtp.port, 587);
  EXPECT_EQ(parsed->smtp.encryption, Encryption::kStartTls);
  EXPECT_EQ(parsed->language, terminal::Language::kRussian);
  EXPECT_EQ(parsed->smtp.user, std::nullopt);
}

TEST(PostSettingsTest, EverySettingIsTaken) {
  const auto parsed = parse_settings(
      R"({"host": "127.0.0.1", "port": 465, "encryption": "tls", "user": "u",
          "password_file": "/p", "authorities": "/a", "from": "a@b", "name": "Школа",
          "language": "en", "page": "https://x"})");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->smtp.port, 465);
  EXPECT_EQ(parsed->smtp.encryption, Encryption::kTls);
  EXPECT_EQ(parsed->smtp.user, "u");
  EXPECT_EQ(parsed->password_file, "/p");
  EXPECT_EQ(parsed->smtp.authorities, "/a");
  EXPECT_EQ(parsed->smtp.from.name, "Школа");
  EXPECT_EQ(parsed->language, terminal::Language::kEnglish);
  EXPECT_EQ(parsed->page, "https://x");
}

TEST(PostSettingsTest, TheExampleOfTheDocumentIsOne) {
  std::ifstream in(LETOPIS_SOURCE_DIR "/docs/notices.md");
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const std::string_view begins = "```json\n";
  const auto from = text.find(begins);
  ASSERT_NE(from, std::string::npos);
  const auto example = text.substr(from + begins.size(), text.find("```", from + 3) - from - 8);
  const auto parsed = parse_settings(example);
  ASSERT_TRUE(parsed) << parsed.refusal().says.en;
  EXPECT_EQ(parsed->smtp.from.name, "Школа № 4");
}

TEST(PostSettingsTest, WhatIsNotASettingIsRefused) {
  for (const char* wrong : {"", "[]", R"({"host": "x", "from": "a@b", "colour": "red"})",
                            R"({"host": 1, "from": "a@b"})", R"({"host": "", "from": "a@b"})",
                            R"({"host": "x", "from": "a@b", "port": 0})",
                            R"({"host": "x", "from": "a@b", "port": 65536})",
                            R"({"host": "x", "from": "a@b", "port": "25"})",
                            R"({"host": "x", "from": "a@b", "encryption": "ssl"})",
                            R"({"host": "x", "from": "a@b", "language": "fr"})",
                            R"({"host": "x", "from": "a@b", "name": "a\nb"})",
                            R"({"host": "x", "from": "a@b", "user": "u"})",
                            R"({"host": "x", "from": "a@b", "password_file": "/p"})"}) {
    EXPECT_EQ(code(wrong), "mail.settings") << wrong;
  }
  EXPECT_EQ(code(R"({"from": "a@b"})"), "smtp.host");
  EXPECT_EQ(code(R"({"host": "x"})"), "mail.address");
  EXPECT_EQ(code(R"({"host": "x", "from": "a@b", "encryption": "none"})"), "smtp.no_encryption");
  EXPECT_EQ(code(R"({"host": "localhost", "from": "a@b", "encryption": "none"})"), "");
}

TEST(PostSettingsTest, ThePasswordComesFromAFileOfItsOwn) {
  const shelf::TemporaryDirectory folder;
  const auto none = read_settings(folder.path());
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->has_value()) << "no file, no notices";
  const auto password = folder.path() / "password";
  std::ofstream(folder.path() / "mail.json")
      << R"({"host": "x", "from": "a@b", "user": "u", "password_file": ")" << password.string()
      << "\"}";
  ASSERT_FALSE(read_settings(folder.path()));
  EXPECT_EQ(read_settings(folder.path()).refusal().code, "mail.password");
  std::ofstream(password) << "secret\n";
  EXPECT_EQ((*read_settings(folder.path()))->smtp.password, "secret");
  std::ofstream(password) << "\n";
  EXPECT_EQ(read_settings(folder.path()).refusal().code, "mail.password");
  std::ofstream(password) << std::string(kMostPasswordBytes + 1, 'x');
  EXPECT_EQ(read_settings(folder.path()).refusal().code, "mail.password");
}

}  // namespace
}  // namespace letopis::mail

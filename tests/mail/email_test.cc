#include "mail/email.h"

#include <gtest/gtest.h>

#include "mail/mail_server.h"

namespace letopis::mail {
namespace {

constexpr events::Instant kNoon{1'757'332'800'000};  // 8 September 2025, 12:00 UTC

TEST(Address, IsANameAtAHostAndNothingThatMeansMoreToAServer) {
  for (const char* good : {"a@b", "mother+school@example.com", "i.petrova@почта"}) {
    EXPECT_EQ(check_address(good).has_value(),
              std::string_view(good).find("п") == std::string::npos)
        << good;
  }
  for (const char* bad : {"", "@", "a@", "@b", "a", "a@b@c", "a b@c", "a@b\r\nRCPT TO:<x@y>",
                          "<a@b>", "a@b>", "a,b@c", "\"a\"@b", "a@b\n", "a@[127.0.0.1]"}) {
    const auto checked = check_address(bad);
    ASSERT_FALSE(checked) << bad;
    EXPECT_EQ(checked.refusal().code, "mail.address");
  }
  EXPECT_TRUE(check_address(std::string(kMostAddressBytes - 2, 'a') + "@b"));
  EXPECT_FALSE(check_address(std::string(kMostAddressBytes - 1, 'a') + "@b"));
}

TEST(Printing, HeadersAreAsciiAndTheBodyIsWhole) {
  const std::string body = "Здравствуйте!\n\n" + std::string(200, 'x') + "\n";
  const Email email{"mother@example.com", "Дневник за неделю", body, "0a1b@letopis.example"};
  const auto mail = print(email, {"journal@school.example", "Школа № 4"}, kNoon);
  const auto headers = mail.substr(0, mail.find("\r\n\r\n"));
  for (const char one : headers) {
    EXPECT_TRUE(one == '\r' || one == '\n' || (one >= ' ' && one <= '~')) << headers;
  }
  EXPECT_EQ(header_of(mail, "To"), "mother@example.com");
  EXPECT_EQ(header_of(mail, "Message-ID"), "<0a1b@letopis.example>");
  EXPECT_EQ(header_of(mail, "Date"), "Mon, 08 Sep 2025 12:00:00 +0000");
  EXPECT_EQ(header_of(mail, "Subject"), "=?UTF-8?B?0JTQvdC10LLQvdC40Log0LfQsCDQvdC10LTQtdC70Y4=?=");
  EXPECT_EQ(header_of(mail, "Auto-Submitted"), "auto-generated");
  EXPECT_TRUE(mail.starts_with("From: =?UTF-8?B?"));
  EXPECT_NE(mail.find("?= <journal@school.example>\r\n"), std::string::npos);
  EXPECT_EQ(body_of(mail), body);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < mail.size();) {
    const auto end = mail.find("\r\n", at);
    longest = std::max(longest, end - at);
    at = end + 2;
  }
  EXPECT_LE(longest, 78U);
}

TEST(Printing, WhatSomebodyWroteBringsNoHeaderOfItsOwn) {
  const Email email{"a@b", "News\r\nBcc: x@y", "text", "1@c"};
  const auto mail = print(email, {"j@s", "School\r\nX: y \"z\" <q@r>"}, kNoon);
  EXPECT_EQ(header_of(mail, "Subject"), "News  Bcc: x@y");
  EXPECT_EQ(header_of(mail, "Bcc"), "");
  EXPECT_EQ(header_of(mail, "X"), "");
  EXPECT_TRUE(mail.starts_with("From: \"School  X: y 'z' <q@r>\" <j@s>\r\n"));
}

TEST(Printing, ALongSubjectIsPartedBetweenItsCharacters) {
  std::string subject;
  for (int i = 0; i < 40; ++i) subject += "я";
  const auto mail = print({"a@b", subject, "text", "1@c"}, {"j@s", ""}, kNoon);
  EXPECT_TRUE(mail.starts_with("From: j@s\r\n"));
  // 44 bytes, 22 letters, in the first word; 36 in the next.
  const auto first = header_of(mail, "Subject");
  EXPECT_EQ(first.size(), std::string("=?UTF-8?B?").size() + 60 + 2);
  EXPECT_NE(mail.find(first + "\r\n =?UTF-8?B?"), std::string::npos);
}

}  // namespace
}  // namespace letopis::mail

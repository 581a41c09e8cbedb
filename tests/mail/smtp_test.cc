// Against a mail server of another's making, with and without encryption.
#include "mail/smtp.h"

#include <gtest/gtest.h>

#include "mail/mail_server.h"
#include "shelf/temporary_directory.h"

namespace letopis::mail {
namespace {

constexpr events::Instant kNoon{1'757'332'800'000};

class Smtp : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new shelf::TemporaryDirectory;
    make_certificates(certificates());
    make_certificates(folder_->path() / "others");
  }
  static void TearDownTestSuite() { delete folder_; }
  static std::filesystem::path certificates() { return folder_->path() / "certificates"; }

  SmtpSettings settings(const MailServer& server, Encryption encryption) const {
    SmtpSettings made;
    made.host = "127.0.0.1";
    made.port = server.port();
    made.encryption = encryption;
    made.from = {"journal@school.example", "Школа"};
    made.authorities = certificates() / "authority.pem";
    made.timeout = std::chrono::seconds(5);
    return made;
  }
  static Email email(const std::string& to) {
    return {to, "Дневник за неделю", "Здравствуйте!\n", "1@letopis.example"};
  }
  // "" or the refusal's code.
  static std::string send(const SmtpSettings& settings, const std::string& to) {
    const auto sent = SmtpCourier(settings).send(email(to), kNoon);
    return sent ? std::string() : sent.refusal().code;
  }

  static shelf::TemporaryDirectory* folder_;
  shelf::TemporaryDirectory own_;
  std::filesystem::path mails_ = own_.path() / "mails";
};

shelf::TemporaryDirectory* Smtp::folder_ = nullptr;

TEST_F(Smtp, AMailArrivesAsItWasWrittenAndEncrypted) {
  RecordProperty("requirement", "DRY-06");
  for (const auto& [mode, encryption] : {std::pair{"starttls", Encryption::kStartTls},
                                         {"tls", Encryption::kTls},
                                         {"plain", Encryption::kNone}}) {
    const auto mails = mails_ / mode;
    const MailServer server(mails, {mode, certificates(), {}});
    EXPECT_EQ(send(settings(server, encryption), "mother@example.com"), "") << mode;
    const auto taken = mails_in(mails);
    ASSERT_EQ(taken.size(), 1U) << mode;
    EXPECT_EQ(header_of(taken[0], "To"), "mother@example.com");
    EXPECT_EQ(header_of(taken[0], "Message-ID"), "<1@letopis.example>");
    EXPECT_EQ(body_of(taken[0]), "Здравствуйте!\n");
    const auto name = std::filesystem::directory_iterator(mails)->path().filename().string();
    const bool in_the_clear = encryption == Encryption::kNone;
    EXPECT_EQ(name.find("plain") != std::string::npos, in_the_clear) << name;
  }
}

TEST_F(Smtp, NothingIsSentInTheClearToAServerThatDoesNotEncrypt) {
  RecordProperty("requirement", "DRY-06");
  const MailServer server(mails_);
  EXPECT_EQ(send(settings(server, Encryption::kStartTls), "mother@example.com"), "smtp.encryption");
  EXPECT_TRUE(mails_in(mails_).empty());
}

TEST_F(Smtp, ACertificateOfAnotherAuthorityOrHostIsRefused) {
  RecordProperty("requirement", "DRY-06");
  const MailServer server(mails_, {"starttls", certificates(), {}});
  auto others = settings(server, Encryption::kStartTls);
  others.authorities = folder_->path() / "others" / "authority.pem";
  EXPECT_EQ(send(others, "mother@example.com"), "smtp.encryption");
  auto system = settings(server, Encryption::kStartTls);
  system.authorities.reset();
  EXPECT_EQ(send(system, "mother@example.com"), "smtp.encryption");
  EXPECT_TRUE(mails_in(mails_).empty());
}

TEST_F(Smtp, ANoForGoodIsToldFromANoForNow) {
  RecordProperty("requirement", "DRY-06");
  const MailServer server(mails_, {"starttls", certificates(), {}});
  const auto to = settings(server, Encryption::kStartTls);
  EXPECT_EQ(send(to, "nobody@example.com"), "smtp.rejected");
  EXPECT_EQ(send(to, "busy@example.com"), "smtp.busy");
  EXPECT_EQ(send(to, "no address"), "mail.address");
  EXPECT_TRUE(is_for_good({"smtp.rejected", {}}));
  EXPECT_FALSE(is_for_good({"smtp.busy", {}}));
  EXPECT_FALSE(is_for_good({"smtp.login", {}}));
}

TEST_F(Smtp, AServerThatDoesNotAnswerIsNotWaitedForLong) {
  const MailServer server(mails_, {"starttls", certificates(), {}});
  auto hasty = settings(server, Encryption::kStartTls);
  hasty.timeout = std::chrono::milliseconds(400);
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(send(hasty, "slow@example.com"), "smtp.slow");
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

TEST_F(Smtp, AServerThatIsNotThereIsUnreachable) {
  MailServer server(mails_, {"starttls", certificates(), {}});
  const auto to = settings(server, Encryption::kStartTls);
  server.kill();
  EXPECT_EQ(send(to, "mother@example.com"), "smtp.unreachable");
}

TEST_F(Smtp, ALoginIsSentOnceTheLineIsEncrypted) {
  const MailServer server(
      mails_,
      {"starttls", certificates(), {{"USER_NAME", "journal"}, {"USER_PASSWORD", "secret"}}});
  auto to = settings(server, Encryption::kStartTls);
  EXPECT_EQ(send(to, "mother@example.com"), "smtp.busy") << "530: a login is wanted";
  to.user = "journal";
  to.password = "wrong";
  EXPECT_EQ(send(to, "mother@example.com"), "smtp.login");
  to.password = "secret";
  EXPECT_EQ(send(to, "mother@example.com"), "");
}

TEST(SmtpSettingsTest, WithoutEncryptionOnlyToThisVeryComputer) {
  RecordProperty("requirement", "DRY-06");
  SmtpSettings settings;
  settings.from = {"journal@school.example", ""};
  const auto code = [&] {
    const auto checked = check(settings);
    return checked ? std::string() : checked.refusal().code;
  };
  EXPECT_EQ(code(), "smtp.host");
  settings.host = "mail.example";
  EXPECT_EQ(code(), "");
  settings.encryption = Encryption::kNone;
  EXPECT_EQ(code(), "smtp.no_encryption");
  settings.host = "127.0.0.1";
  EXPECT_EQ(code(), "");
  settings.host = "127.0.0.1.example";
  EXPECT_EQ(code(), "smtp.no_encryption");
  settings.host = "mail.example/x?y=@z";
  EXPECT_EQ(code(), "smtp.host");
  settings.host = "mail.example";
  settings.encryption = Encryption::kTls;
  settings.from.address = "nobody";
  EXPECT_EQ(code(), "mail.address");
}

}  // namespace
}  // namespace letopis::mail

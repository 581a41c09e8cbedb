// From the log to a real mail server, through restarts of both.
#include "mail/mailroom.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mail/mail_server.h"
#include "mail/told_school.h"
#include "mail/topics.h"
#include "shelf/temporary_directory.h"

namespace letopis::mail {
namespace {

using testing::HasSubstr;

class MailroomTest : public testing::Test {
 protected:
  MailroomTest() {
    make_certificates(folder_.path() / "certificates");
    start();
    open();
    EXPECT_FALSE(room_->look(school_.sight(), school_.now()));
  }
  void start() {
    const auto port = server_ ? server_->port() : std::uint16_t{0};
    server_.reset();
    server_.emplace(mails_, ServerWish{"starttls",
                                       folder_.path() / "certificates",
                                       {{"MAIL_PORT", std::to_string(port)}}});
  }
  void close() {
    room_.reset();
    shelf_.reset();
  }
  // As after a restart of the program. `heard` comes between a server's answer and our note of it.
  void open(const std::function<void(const Outcome&)>& heard = [](const auto&) {}) {
    close();
    auto opened = shelf::Shelf::open(folder_.path() / "shelf");
    ASSERT_TRUE(opened);
    shelf_ = std::move(opened).value();
    SmtpSettings settings;
    settings.host = "127.0.0.1";
    settings.port = server_->port();
    settings.from = {"journal@school.example", "Школа"};
    settings.authorities = folder_.path() / "certificates" / "authority.pem";
    settings.timeout = std::chrono::seconds(5);
    courier_ = std::make_unique<SmtpCourier>(settings);
    room_.emplace(*shelf_,
                  MailroomSettings{"letopis.example/small", terminal::Language::kRussian, {}},
                  [this, heard](const Email& email, events::Instant now) {
                    auto sent = courier_->send(email, now);
                    heard(sent);
                    return sent;
                  });
  }
  Delivered work(std::int64_t later_ms = 0) {
    const events::Instant now{school_.now().milliseconds + later_ms};
    EXPECT_FALSE(room_->look(school_.sight(), now));
    return room_->deliver(school_.sight(), now);
  }
  std::vector<std::string> mails() const { return mails_in(mails_); }
  void move_mother_to(const std::string& address) {
    const auto secret = school_.secret(kAnnasMother, address);
    school_.add(kAnnasMother,
                events::PersonChanged{kAnnasMother, {{events::PersonField::kEmail, secret}}});
  }

  shelf::TemporaryDirectory folder_;
  std::filesystem::path mails_ = folder_.path() / "mails";
  ToldSchool school_;
  std::optional<MailServer> server_;
  std::unique_ptr<shelf::Shelf> shelf_;
  std::unique_ptr<SmtpCourier> courier_;
  std::optional<Mailroom> room_;
};

TEST_F(MailroomTest, WhatTheLogBringsIsSentOnceAndWhatWasBeforeIsNot) {
  RecordProperty("requirement", "DRY-06");
  EXPECT_EQ(work(), Delivered());
  school_.write_to(kAnnasMother, 1);
  EXPECT_EQ(work(), (Delivered{1, 0, 0}));
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_EQ(header_of(mails()[0], "To"), "anna.mother@example.com");
  EXPECT_THAT(body_of(mails()[0]), HasSubstr("Вам написали: Мария."));
  EXPECT_EQ(work(), Delivered());
  open();
  EXPECT_EQ(work(), Delivered());
  EXPECT_EQ(mails().size(), 1U);
}

TEST_F(MailroomTest, WhatWaitsOutlivesAServerThatIsAwayAndOurOwnRestart) {
  RecordProperty("requirement", "DRY-06");
  server_->kill();
  school_.post(1);
  EXPECT_EQ(work(), (Delivered{0, 0, 2}));
  open();
  EXPECT_EQ(work(), Delivered()) << "not at once again";
  EXPECT_EQ(room_->queue().waiting(), 2U);
  start();
  EXPECT_EQ(work(kFirstPauseMs), (Delivered{2, 0, 0}));
  EXPECT_EQ(mails().size(), 2U);
}

TEST_F(MailroomTest, AMailWhoseTakingWasNotHeardOfIsSentAgainUnderTheSameId) {
  RecordProperty("requirement", "DRY-06");
  move_mother_to("torn@example.com");
  school_.write_to(kAnnasMother, 1);
  EXPECT_EQ(work(), (Delivered{0, 0, 1})) << "the server took it and died";
  ASSERT_EQ(mails().size(), 1U);
  open();
  start();
  move_mother_to("anna.mother@example.com");
  EXPECT_EQ(work(kFirstPauseMs), (Delivered{1, 0, 0}));
  ASSERT_EQ(mails().size(), 2U);
  EXPECT_EQ(header_of(mails()[0], "Message-ID"), header_of(mails()[1], "Message-ID"));
  EXPECT_THAT(header_of(mails()[0], "Message-ID"), HasSubstr("@letopis.example>"));
}

TEST_F(MailroomTest, KilledBeforeItsNoteOfTheServersYesItSendsTheSameMailAgain) {
  RecordProperty("requirement", "DRY-06");
  school_.write_to(kAnnasMother, 1);
  EXPECT_FALSE(room_->look(school_.sight(), school_.now()));
  close();
  const auto child = fork();
  if (child == 0) {
    open([](const Outcome& sent) {
      if (sent) raise(SIGKILL);
    });
    room_->deliver(school_.sight(), school_.now());
    _exit(1);
  }
  int ended = 0;
  ASSERT_EQ(waitpid(child, &ended, 0), child);
  EXPECT_TRUE(WIFSIGNALED(ended)) << "killed in between";
  ASSERT_EQ(mails().size(), 1U);
  open();
  EXPECT_EQ(work(), (Delivered{1, 0, 0}));
  ASSERT_EQ(mails().size(), 2U);
  EXPECT_EQ(header_of(mails()[0], "Message-ID"), header_of(mails()[1], "Message-ID"));
  EXPECT_EQ(work(), Delivered());
}

TEST_F(MailroomTest, AnAddresseeThatTheServerDoesNotKnowIsGivenUpAndSaid) {
  RecordProperty("requirement", "DRY-06");
  move_mother_to("nobody@example.com");
  school_.write_to(kAnnasMother, 1);
  EXPECT_EQ(work(), (Delivered{0, 0, 1}));
  EXPECT_EQ(room_->queue().waiting(), 0U);
  ASSERT_EQ(room_->queue().given_up().size(), 1U);
  EXPECT_EQ(room_->queue().given_up()[0].why, "smtp.rejected");
}

TEST_F(MailroomTest, WithoutAnAddressNothingIsSent) {
  school_.erase(kAnnasMother);
  school_.write_to(kAnnasMother, 1);
  EXPECT_EQ(work(), (Delivered{0, 1, 0}));
  EXPECT_EQ(room_->queue().waiting(), 0U);
}

TEST_F(MailroomTest, TheWeekIsToldOnMondayMorningOnce) {
  RecordProperty("requirement", "DRY-08");
  auto& school = school_.school();
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFour);
  school.set_clock("2025-09-15", 6, 59);
  EXPECT_EQ(work(), Delivered());
  school.set_clock("2025-09-15", 7);
  EXPECT_EQ(work(), (Delivered{1, 1, 0})) << "of Boris there is nothing to tell";
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_THAT(body_of(mails()[0]), HasSubstr("- Математика: 4\n"));
  open();
  EXPECT_EQ(work(), Delivered());
  school.set_clock("2025-09-21", 23);
  EXPECT_EQ(work(), Delivered());
  school.set_clock("2025-09-22", 7);
  EXPECT_EQ(work(), (Delivered{0, 2, 0})) << "nothing was recorded";
}

TEST_F(MailroomTest, OnlyTopicsThatWereChosenAreSentAndAChoiceHoldsForWhatWaits) {
  RecordProperty("requirement", "DRY-06");
  choose_topics(kAnnasMother, {Topic::kMessages}, *shelf_);
  school_.post(1);
  EXPECT_EQ(work(), (Delivered{1, 0, 0})) << "to the other mother alone";
  open();
  school_.write_to(kAnnasMother, 1);
  EXPECT_FALSE(room_->look(school_.sight(), school_.now()));
  EXPECT_EQ(room_->queue().waiting(), 1U);
  choose_topics(kAnnasMother, {}, *shelf_);
  EXPECT_EQ(work(), (Delivered{0, 1, 0})) << "chosen away while it waited";
}

TEST_F(MailroomTest, TheDayIsToldInItsEveningOnceToThoseWhoChoseIt) {
  RecordProperty("requirement", "DRY-08");
  auto& school = school_.school();
  const auto lesson = school.hold(kMathsOfA, "2025-09-09", 1);
  school.mark(lesson, kAnna, events::MarkValue::kFour);
  school.mark(lesson, kBoris, events::MarkValue::kFive);
  choose_topics(kAnnasMother, {Topic::kDay}, *shelf_);
  school.set_clock("2025-09-08", 18);
  EXPECT_EQ(work(), (Delivered{0, 1, 0})) << "of this day there is nothing to tell";
  school.set_clock("2025-09-09", 17, 59);
  EXPECT_EQ(work(), Delivered());
  school.set_clock("2025-09-09", 18);
  EXPECT_EQ(work(), (Delivered{1, 0, 0}));
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_EQ(header_of(mails()[0], "To"), "anna.mother@example.com");
  open();
  EXPECT_EQ(work(), Delivered());
  school.set_clock("2025-09-10", 18);
  EXPECT_EQ(work(), (Delivered{0, 1, 0})) << "nothing was recorded";
}

TEST_F(MailroomTest, WhoseAccountChangesIsWarnedWhateverTheyChose) {
  school_.change(kVerasMother, trace::Credential::kPassword);  // chose nothing
  school_.change(kVerasMother, trace::Credential::kSignedOut);
  EXPECT_EQ(work(), (Delivered{1, 0, 0})) << "of leaving nobody is warned";
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_THAT(body_of(mails()[0]), HasSubstr("08.09.2025, 12:00: изменён ваш пароль."));
  open();
  EXPECT_EQ(work(), Delivered());
  school_.change(kAnnasFather, trace::Credential::kSecondFactorOff);  // chose SMS
  school_.change(kAnnasFather, trace::Credential::kSecondFactorOff);
  EXPECT_EQ(work(), (Delivered{2, 0, 0})) << "each time";
  EXPECT_EQ(mails().size(), 3U);
}

TEST_F(MailroomTest, AStrangersBrowserIsToldOnceADay) {
  for (int i = 0; i < 3; ++i) {
    school_.change(kAnnasMother, trace::Credential::kStrangerSignedIn);
    EXPECT_EQ(work(), (Delivered{i == 0 ? 1U : 0U, 0, 0}));
  }
  school_.change(kAnnasMother, trace::Credential::kDigitsRepeated);
  EXPECT_EQ(work(), (Delivered{1, 0, 0})) << "that is another matter";
  school_.school().set_clock("2025-09-09", 9);
  school_.change(kAnnasMother, trace::Credential::kStrangerSignedIn);
  EXPECT_EQ(work(), (Delivered{1, 0, 0})) << "another day";
}

TEST_F(MailroomTest, WhatBefellAccountsBeforeTheFirstLookIsNotTold) {
  school_.change(kAnnasMother, trace::Credential::kPassword);
  shelf_->write(std::vector<shelf::Change>{{"mail/progress", std::nullopt}});
  EXPECT_EQ(work(), Delivered());
}

TEST_F(MailroomTest, ServicesAreToldOnceAPeriod) {
  RecordProperty("requirement", "DRY-06");
  school_.school().set_clock("2025-11-05", 12);
  const auto later = work();
  EXPECT_EQ(later.sent, 3U) << "the second quarter has begun";
  EXPECT_EQ(work(), Delivered());
}

}  // namespace
}  // namespace letopis::mail

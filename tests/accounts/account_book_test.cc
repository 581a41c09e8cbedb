// Log-ins and accounts on the shelf.
#include "accounts/account_book.h"

#include "accounts/at_the_door.h"

namespace letopis::accounts {
namespace {

class AccountBookTest : public AtTheDoor {
 protected:
  static Account account(events::PersonNumber person) {
    Account account;
    account.person = person;
    account.custody = Custody::kBrowser;
    account.public_key.bytes.fill(std::byte{7});
    account.salt.fill(std::byte{8});
    account.verifier.bytes.fill(std::byte{9});
    account.wrapped_seed = std::string("wrapped\0seed", 12);
    account.since = clock_start();
    return account;
  }
  static events::Instant clock_start() { return {shelf::SetClock::kStart}; }
};

TEST_F(AccountBookTest, ALoginBelongsToOnePersonWhateverItsLetters) {
  ASSERT_TRUE(book_->name(kTeacher, "Petrova"));
  EXPECT_EQ(book_->person_of("petrova"), kTeacher);
  EXPECT_EQ(book_->person_of("PETROVA"), kTeacher);
  EXPECT_EQ(book_->login_of(kTeacher), "petrova");
  EXPECT_TRUE(book_->name(kTeacher, "petrova"));
  EXPECT_EQ(book_->name(kParent, "pEtrova").refusal().code, "login.taken");
  EXPECT_EQ(book_->name(kParent, "founder").refusal().code, "login.unreadable");
  EXPECT_EQ(book_->name(kParent, "Петрова").refusal().code, "login.unreadable");
  EXPECT_FALSE(book_->person_of("nobody"));
  EXPECT_FALSE(book_->login_of(kParent));
}

TEST_F(AccountBookTest, ANewLoginFreesTheEarlierOne) {
  ASSERT_TRUE(book_->name(kTeacher, "petrova"));
  ASSERT_TRUE(book_->name(kTeacher, "sidorova"));
  EXPECT_FALSE(book_->person_of("petrova"));
  EXPECT_TRUE(book_->name(kParent, "petrova"));
  EXPECT_EQ(book_->login_of(kTeacher), "sidorova");
}

TEST_F(AccountBookTest, AnAccountComesBackAsItWasPutAndAfterARestartToo) {
  book_->put(account(kTeacher));
  EXPECT_EQ(book_->find(kTeacher), account(kTeacher));
  EXPECT_FALSE(book_->find(kParent));
  open();
  EXPECT_EQ(book_->find(kTeacher), account(kTeacher));
}

TEST_F(AccountBookTest, WithAnotherAccountGoesTheSecondFactorOfTheEarlierOne) {
  book_->put(account(kTeacher), "sealed");
  EXPECT_EQ(book_->second(kTeacher), "sealed");
  EXPECT_FALSE(book_->second(kParent));
  book_->put(account(kTeacher));
  EXPECT_FALSE(book_->second(kTeacher));
}

TEST_F(AccountBookTest, WhatIsRemovedIsGoneButForTheLogin) {
  ASSERT_TRUE(book_->name(kTeacher, "petrova"));
  book_->put(account(kTeacher), "sealed");
  book_->note_device(kTeacher, "device", clock_start());
  book_->remove(kTeacher);
  EXPECT_FALSE(book_->find(kTeacher));
  EXPECT_FALSE(book_->second(kTeacher));
  EXPECT_FALSE(book_->knows_device(kTeacher, "device"));
  EXPECT_EQ(book_->person_of("petrova"), kTeacher);
}

TEST_F(AccountBookTest, TheLatestTenDevicesOfAPersonAreKnown) {
  for (int i = 0; i < 12; ++i) {
    book_->note_device(kTeacher, "device " + std::to_string(i), {clock_.wall_ms + i});
  }
  EXPECT_FALSE(book_->knows_device(kTeacher, "device 0"));
  EXPECT_FALSE(book_->knows_device(kTeacher, "device 1"));
  for (int i = 2; i < 12; ++i) {
    EXPECT_TRUE(book_->knows_device(kTeacher, "device " + std::to_string(i))) << i;
  }
  EXPECT_FALSE(book_->knows_device(kParent, "device 11"));
  EXPECT_FALSE(book_->knows_device(kTeacher, std::string(1'000, 'd')));
  book_->forget_devices(kTeacher);
  EXPECT_FALSE(book_->knows_device(kTeacher, "device 11"));
}

TEST_F(AccountBookTest, AnAccountWhoseBytesAreOthersIsAFailureAndNotAGuess) {
  book_->put(account(kTeacher));
  std::string key, value;
  shelf_->scan("accounts/account/", "accounts/account0",
               [&](std::string_view k, std::string_view v) {
                 key = k;
                 value = v;
                 return true;
               });
  for (const std::string& other :
       {value.substr(0, value.size() - 1), value + "x", "\x02" + value.substr(1), std::string()}) {
    shelf_->write(std::vector<shelf::Change>{{key, other}});
    EXPECT_THROW(book_->find(kTeacher), shelf::ShelfFailure);
  }
}

}  // namespace
}  // namespace letopis::accounts

// Sessions from their making to their end.
#include "accounts/sessions.h"

#include <set>
#include <thread>

#include "accounts/at_the_door.h"

namespace letopis::accounts {
namespace {

class SessionsTest : public AtTheDoor {
 protected:
  Opened start(events::PersonNumber person, Kind kind, bool with_key = true) {
    Session session;
    session.person = person;
    session.kind = kind;
    session.custody = with_key ? Custody::kServer : Custody::kBrowser;
    session.device = "Chromium";
    session.address = "192.0.2.7";
    return sessions_->open(session, with_key ? key() : nullptr);
  }
  static Key key() { return std::make_shared<const signing::PrivateKey>(seed(9)); }
  std::string refusal(std::string_view token) {
    const auto visit = sessions_->use(token);
    return visit ? "" : visit.refusal().code;
  }
  // Someone at the page each ten minutes, who keeps the tokens that come back.
  void stay(std::string& token, std::int64_t milliseconds) {
    for (std::int64_t gone = 0; gone < milliseconds; gone += 10 * kMinuteMs) {
      clock_.pass(10 * kMinuteMs);
      const auto visit = sessions_->use(token);
      ASSERT_TRUE(visit);
      ASSERT_FALSE(visit->locked);
      if (visit->fresh) token = *visit->fresh;
    }
  }
};

TEST_F(SessionsTest, ATokenOpensItsSessionAndNothingElseDoes) {
  const auto opened = start(kTeacher, Kind::kStaff);
  const auto visit = sessions_->use(opened.token);
  ASSERT_TRUE(visit);
  EXPECT_EQ(visit->session, opened.session);
  EXPECT_EQ(visit->signing, Signing::kReady);
  EXPECT_FALSE(visit->locked);
  EXPECT_FALSE(visit->fresh);
  EXPECT_EQ(refusal(""), "session.none");
  EXPECT_EQ(refusal("x" + opened.token), "session.none");
  EXPECT_EQ(refusal(std::string(100'000, 'x')), "session.none");
}

TEST_F(SessionsTest, TheShelfHoldsNoTokenAndNoKey) {
  const auto opened = start(kTeacher, Kind::kStaff);
  std::string all;
  shelf_->scan("a", "z", [&all](std::string_view row_key, std::string_view value) {
    all.append(row_key).append(value);
    return true;
  });
  EXPECT_EQ(all.find(opened.token), all.npos);
  EXPECT_EQ(all.find(text_of(seed(9).reveal())), all.npos);
}

TEST_F(SessionsTest, StaffWhoAreAwayAreLockedOutToTheMillisecondAndFamiliesAreNot) {
  RecordProperty("requirement", "ACC-03");
  const auto staff = start(kTeacher, Kind::kStaff);
  const auto family = start(kParent, Kind::kFamily);
  clock_.pass(*kStaffTerms.lock_ms - 1);
  EXPECT_FALSE(sessions_->use(staff.token)->locked);
  clock_.pass(*kStaffTerms.lock_ms);
  const auto locked = sessions_->use(staff.token);
  ASSERT_TRUE(locked);
  EXPECT_TRUE(locked->locked);
  EXPECT_FALSE(locked->key);
  EXPECT_EQ(locked->signing, Signing::kNeedsPassword);
  EXPECT_FALSE(sessions_->use(family.token)->locked);
  // Asking again does not open it.
  EXPECT_TRUE(sessions_->use(staff.token)->locked);
  const auto unlocked = sessions_->unlock(staff.token, key());
  ASSERT_TRUE(unlocked);
  EXPECT_EQ(unlocked->session.id, staff.session.id);
  EXPECT_FALSE(sessions_->use(unlocked->token)->locked);
  EXPECT_EQ(sessions_->use(unlocked->token)->signing, Signing::kReady);
  EXPECT_EQ(refusal(staff.token), "session.none");
}

TEST_F(SessionsTest, WhatAPageAsksByItselfKeepsNobodyFromBeingLockedOut) {
  const auto opened = start(kTeacher, Kind::kStaff);
  for (int i = 0; i < 15; ++i) {
    clock_.pass(kMinuteMs);
    ASSERT_TRUE(sessions_->use(opened.token, false));
  }
  EXPECT_TRUE(sessions_->use(opened.token)->locked);
}

TEST_F(SessionsTest, ALockByHandHoldsUntilThePassword) {
  const auto opened = start(kParent, Kind::kFamily);
  ASSERT_TRUE(sessions_->lock(opened.token));
  EXPECT_TRUE(sessions_->use(opened.token)->locked);
  open();
  EXPECT_TRUE(sessions_->use(opened.token)->locked);
  const auto unlocked = sessions_->unlock(opened.token, key());
  ASSERT_TRUE(unlocked);
  EXPECT_FALSE(sessions_->use(unlocked->token)->locked);
}

TEST_F(SessionsTest, ASessionEndsWhenIdleAndInAnyCaseAtItsAbsoluteEnd) {
  const auto idle = start(kTeacher, Kind::kStaff);
  clock_.pass(kStaffTerms.idle_ms - 1);
  EXPECT_TRUE(sessions_->use(idle.token));
  clock_.pass(1);
  EXPECT_EQ(refusal(idle.token), "session.ended");
  EXPECT_EQ(refusal(idle.token), "session.none");

  auto busy = start(kTeacher, Kind::kStaff);
  stay(busy.token, kStaffTerms.absolute_ms - 10 * kMinuteMs);
  EXPECT_TRUE(sessions_->use(busy.token));
  clock_.pass(10 * kMinuteMs);
  EXPECT_EQ(refusal(busy.token), "session.ended");
}

TEST_F(SessionsTest, ATokenTurnsEachHourAndTheEarlierOneIsTakenALittleLonger) {
  auto token = start(kTeacher, Kind::kStaff).token;
  const auto first = token;
  stay(token, kStaffTerms.rotate_ms);
  ASSERT_NE(token, first);
  // Two pages that asked at once are told the same successor, and so is one whose answer was lost.
  EXPECT_EQ(sessions_->use(first)->fresh, token);
  clock_.pass(kTokenOverlapMs * 3);
  EXPECT_EQ(sessions_->use(first)->fresh, token);
  EXPECT_FALSE(sessions_->use(token)->fresh);
  EXPECT_EQ(refusal(first), "session.none");  // the successor was seen, and the overlap is over
}

TEST_F(SessionsTest, WhileTheOverlapLastsBothTokensAreTaken) {
  auto token = start(kTeacher, Kind::kStaff).token;
  const auto first = token;
  stay(token, kStaffTerms.rotate_ms);
  EXPECT_TRUE(sessions_->use(token));
  clock_.pass(kTokenOverlapMs - 1);
  const auto visit = sessions_->use(first);
  ASSERT_TRUE(visit);
  EXPECT_FALSE(visit->fresh);
  clock_.pass(1);
  EXPECT_EQ(refusal(first), "session.none");
}

TEST_F(SessionsTest, ARestartKeepsSessionsButAServersKeyWaitsForThePassword) {
  const auto staff = start(kTeacher, Kind::kStaff);
  const auto browser = start(kParent, Kind::kFamily, false);
  open();
  const auto visit = sessions_->use(staff.token);
  ASSERT_TRUE(visit);
  EXPECT_EQ(visit->signing, Signing::kNeedsPassword);
  EXPECT_FALSE(visit->key);
  EXPECT_EQ(sessions_->use(browser.token)->signing, Signing::kInBrowser);
  const auto unlocked = sessions_->unlock(staff.token, key());
  ASSERT_TRUE(unlocked);
  EXPECT_EQ(sessions_->use(unlocked->token)->signing, Signing::kReady);
}

TEST_F(SessionsTest, WhenASessionWasUsedIsOnTheShelfAfterTheMinutelySweep) {
  const auto opened = start(kTeacher, Kind::kStaff);
  clock_.pass(5 * kMinuteMs);
  ASSERT_TRUE(sessions_->use(opened.token));
  EXPECT_EQ(sessions_->sweep(), 1u);
  open();
  EXPECT_EQ(sessions_->list(kTeacher).at(0).used, clock_.now());
  clock_.pass(*kStaffTerms.lock_ms - 1);
  EXPECT_FALSE(sessions_->use(opened.token)->locked);
}

TEST_F(SessionsTest, TheSweepForgetsTheKeysOfTheLockedAndTheRowsOfTheEnded) {
  const auto opened = start(kTeacher, Kind::kStaff);
  const auto used = sessions_->use(opened.token)->key;
  EXPECT_EQ(used.use_count(), 2);  // here, and kept for the session
  clock_.pass(*kStaffTerms.lock_ms);
  EXPECT_EQ(sessions_->sweep(), 1u);
  EXPECT_EQ(used.use_count(), 1);
  clock_.pass(kStaffTerms.idle_ms);
  EXPECT_EQ(sessions_->sweep(), 0u);
  EXPECT_EQ(refusal(opened.token), "session.none");
}

TEST_F(SessionsTest, WhatEndsByItselfIsToldOnceAndALogOutIsNot) {
  std::vector<events::PersonNumber> over;
  Sessions told(*shelf_, clock_, [&over](const Session& one) { over.push_back(one.person); });
  const auto out = start(kTeacher, Kind::kStaff), idle = start(kParent, Kind::kStaff);
  told.end(out.token);
  EXPECT_TRUE(over.empty());
  clock_.pass(kStaffTerms.idle_ms);
  EXPECT_FALSE(told.goes_on(idle.session.id));
  EXPECT_FALSE(told.use(idle.token));
  told.sweep();
  EXPECT_EQ(over, (std::vector<events::PersonNumber>{kParent}));
}

TEST_F(SessionsTest, ALongAnswerGoesOnWithItsSessionWhateverTokenIsTakenByThen) {
  auto opened = start(kTeacher, Kind::kStaff);
  const auto id = opened.session.id;
  stay(opened.token, 3 * 60 * kMinuteMs);  // the token turned more than once
  EXPECT_TRUE(sessions_->goes_on(id));
  clock_.pass(*kStaffTerms.lock_ms);
  EXPECT_EQ(sessions_->goes_on(id).refusal().code, "session.locked");
  clock_.pass(kStaffTerms.idle_ms);
  EXPECT_EQ(sessions_->goes_on(id).refusal().code, "session.ended");
  sessions_->sweep();
  EXPECT_EQ(sessions_->goes_on(id).refusal().code, "session.none");
}

TEST_F(SessionsTest, ListingEndingAndEndingEverywhereAreOnesOwn) {
  const auto here = start(kTeacher, Kind::kStaff);
  clock_.pass(kMinuteMs);
  const auto there = start(kTeacher, Kind::kStaff);
  const auto other = start(kParent, Kind::kFamily);
  const auto list = sessions_->list(kTeacher);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].id, there.session.id);
  EXPECT_EQ(list[0].address, "192.0.2.7");
  EXPECT_EQ(sessions_->end(kParent, there.session.id).refusal().code, "session.none");
  EXPECT_TRUE(sessions_->end(kTeacher, there.session.id));
  EXPECT_EQ(refusal(there.token), "session.none");
  sessions_->end(here.token);
  EXPECT_EQ(refusal(here.token), "session.none");
  sessions_->end("nothing");
  const auto a = start(kTeacher, Kind::kStaff), b = start(kTeacher, Kind::kStaff);
  sessions_->end_all(kTeacher, a.session.id);
  EXPECT_EQ(refusal(b.token), "session.none");
  EXPECT_EQ(refusal(a.token), "");
  sessions_->end_all(kTeacher);
  EXPECT_EQ(refusal(a.token), "session.none");
  EXPECT_EQ(refusal(other.token), "");
}

TEST_F(SessionsTest, AnEndedSessionLeavesNothingOnTheShelf) {
  auto token = start(kTeacher, Kind::kStaff).token;
  stay(token, kStaffTerms.rotate_ms);
  sessions_->end(token);
  int rows = 0;
  for (const char* prefix : {"accounts/session/", "accounts/token/", "accounts/own/"}) {
    shelf_->scan(prefix, shelf::after_prefix(prefix), [&rows](std::string_view, std::string_view) {
      ++rows;
      return true;
    });
  }
  EXPECT_EQ(rows, 0);
}

TEST_F(SessionsTest, OfTooManySessionsTheOneIdleLongestGoes) {
  std::vector<Opened> all;
  for (std::size_t i = 0; i < kMaxSessionsOfPerson; ++i) {
    all.push_back(start(kTeacher, Kind::kFamily));
    clock_.pass(1'000);
  }
  ASSERT_TRUE(sessions_->use(all[0].token));
  start(kTeacher, Kind::kFamily);
  EXPECT_EQ(sessions_->list(kTeacher).size(), kMaxSessionsOfPerson);
  EXPECT_EQ(refusal(all[0].token), "");
  EXPECT_EQ(refusal(all[1].token), "session.none");
}

TEST_F(SessionsTest, WhatABrowserSaysOfItselfIsCutToWholePrintableCharacters) {
  Session session;
  session.person = kTeacher;
  session.device = "a\nb" + std::string(kMaxDeviceTextBytes - 3, 'x') + "ё";
  session.address = "bad\xff";
  const auto opened = sessions_->open(session, nullptr);
  EXPECT_EQ(opened.session.device, "ab" + std::string(kMaxDeviceTextBytes - 3, 'x'));
  EXPECT_EQ(opened.session.address, "bad");
}

TEST_F(SessionsTest, WhatAPageSendsAlongIsTheSessionsOwnAndStaysWhileTokensTurn) {
  const auto one = start(kTeacher, Kind::kStaff), other = start(kTeacher, Kind::kStaff);
  auto token = one.token;
  const auto word = sessions_->csrf(one.session);
  EXPECT_EQ(word.size(), 64u);
  EXPECT_NE(word, sessions_->csrf(other.session));
  stay(token, kStaffTerms.rotate_ms);
  EXPECT_EQ(sessions_->csrf(sessions_->use(token)->session), word);
  open();
  EXPECT_EQ(sessions_->csrf(sessions_->use(token)->session), word);
}

TEST_F(SessionsTest, WhatSealsUnsentEntriesIsThePersonsOwnInEverySession) {
  RecordProperty("requirement", "ACC-03");
  const auto word = sessions_->keeping_key(kTeacher);
  EXPECT_EQ(word.size(), 44u);
  EXPECT_NE(word, sessions_->keeping_key({kTeacher.value + 1}));
  const auto one = start(kTeacher, Kind::kStaff);
  EXPECT_NE(word, sessions_->csrf(one.session));
  open();
  EXPECT_EQ(sessions_->keeping_key(kTeacher), word);
}

TEST_F(SessionsTest, ManyRequestsAtOnceAllOpenAndAgreeOnTheSuccessor) {
  const auto opened = start(kTeacher, Kind::kFamily);
  clock_.pass(kFamilyTerms.rotate_ms);
  std::mutex mutex;
  std::set<std::string> successors;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 20; ++k) {
        const auto visit = sessions_->use(opened.token);
        const std::lock_guard lock(mutex);
        ASSERT_TRUE(visit);
        ASSERT_TRUE(visit->fresh);
        successors.insert(*visit->fresh);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(successors.size(), 1u);
}

}  // namespace
}  // namespace letopis::accounts

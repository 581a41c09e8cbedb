// What is changed at the door: locks, passwords, second factors, accounts.
#include "accounts/at_the_door.h"
#include "accounts/door.h"

namespace letopis::accounts {
namespace {

constexpr std::string_view kOther = "другая корова в реке";

class DoorChangesTest : public AtTheDoor {
 protected:
  std::string log_in(std::string_view login, std::string_view password) {
    return code_of(door_->log_in(attempt(login, password)));
  }
};

TEST_F(DoorChangesTest, ALockedSessionOpensWithThePasswordAlone) {
  RecordProperty("requirement", "ACC-03");
  enrol(kTeacher);
  const auto in = come(kTeacher);
  clock_.pass(*kStaffTerms.lock_ms);
  EXPECT_EQ(code_of(door_->unlock(in.opened.token, typed("wrong one"))), "login.wrong");
  EXPECT_TRUE(sessions_->use(in.opened.token)->locked);
  const auto unlocked = door_->unlock(in.opened.token, typed(kPassword));
  ASSERT_TRUE(unlocked.outcome);
  const auto visit = sessions_->use(unlocked.outcome->token);
  EXPECT_FALSE(visit->locked);
  EXPECT_EQ(visit->signing, Signing::kReady);
  EXPECT_EQ(code_of(door_->unlock("nothing", typed(kPassword))), "session.none");
}

TEST_F(DoorChangesTest, GuessingAtALockedScreenIsHeldUpAndHoldsUpNobodyElse) {
  enrol(kTeacher);
  const auto in = come(kTeacher);
  int wrong = 0;
  while (code_of(door_->unlock(in.opened.token, typed("wrong one"))) == "login.wrong") ++wrong;
  EXPECT_EQ(wrong, 6);
  const auto held = door_->unlock(in.opened.token, typed(kPassword));
  EXPECT_EQ(code_of(held), "login.wait");
  EXPECT_EQ(held.wait_ms, 1'000);
  EXPECT_EQ(log_in("person2", kPassword), "");
}

TEST_F(DoorChangesTest, AfterARestartThePasswordMakesTheSessionSignAgain) {
  enrol(kTeacher);
  const auto in = come(kTeacher);
  open();
  ASSERT_EQ(sessions_->use(in.opened.token)->signing, Signing::kNeedsPassword);
  const auto unlocked = door_->unlock(in.opened.token, typed(kPassword));
  ASSERT_TRUE(unlocked.outcome);
  EXPECT_EQ(sessions_->use(unlocked.outcome->token)->signing, Signing::kReady);
}

TEST_F(DoorChangesTest, ANewPasswordKeepsTheKeyAndEndsTheOtherSessions) {
  enrol(kTeacher);
  const auto here = come(kTeacher), there = come(kTeacher);
  const auto key = book_->find(kTeacher)->public_key;
  EXPECT_EQ(code_of(door_->change(here.opened.token, typed("wrong one"), kOther)), "login.wrong");
  EXPECT_EQ(code_of(door_->change(here.opened.token, typed(kPassword), "коротко")),
            "password.short");
  EXPECT_EQ(code_of(door_->change(here.opened.token, typed(kPassword), "person2 12")),
            "password.guessable");
  ASSERT_TRUE(door_->change(here.opened.token, typed(kPassword), kOther).outcome);
  EXPECT_TRUE(sessions_->use(here.opened.token));
  EXPECT_FALSE(sessions_->use(there.opened.token));
  EXPECT_EQ(book_->find(kTeacher)->public_key, key);
  EXPECT_EQ(log_in("person2", kPassword), "login.wrong");
  const auto again = door_->log_in(attempt("person2", kOther));
  ASSERT_TRUE(again.outcome);
  EXPECT_EQ(sessions_->use(again.outcome->opened.token)->key->public_key(), key);
}

TEST_F(DoorChangesTest, ANewPasswordTakesTheSecondFactorAlong) {
  enrol(kTeacher);
  const auto in = come(kTeacher);
  const auto secret = random_totp_secret();
  const auto codes = door_->turn_on_second(in.opened.token, typed(kPassword), secret,
                                           totp_code(secret, totp_step(clock_.now())));
  ASSERT_TRUE(codes.outcome);
  ASSERT_TRUE(door_->change(in.opened.token, typed(kPassword), kOther).outcome);
  EXPECT_EQ(log_in("person2", kOther), "login.second_factor");
  auto with = attempt("person2", kOther);
  with.second = codes.outcome->back();
  EXPECT_EQ(code_of(door_->log_in(with)), "");
}

TEST_F(DoorChangesTest, ABrowserChangesItsPasswordByNewHalvesOfTheSameKey) {
  enrol_browser(kTeacher);
  const auto salt = door_->parameters("person2").salt;
  const Proof proof = LoginHalf{halves(kPassword, salt).login.copy()};
  const auto in = door_->log_in(
      {"person2", LoginHalf{halves(kPassword, salt).login.copy()}, {}, "192.0.2.7", {}, ""});
  ASSERT_TRUE(in.outcome);
  const auto& token = in.outcome->opened.token;
  EXPECT_EQ(code_of(door_->change(token, proof, kOther)), "password.custody");
  EXPECT_EQ(code_of(door_->change(token, proof, browser_key(kOther, 77))), "password.key");
  auto next = browser_key(kOther, kTeacher.value);
  next.salt.fill(std::byte{0x33});
  next.wrapped_seed = "wrapped anew";
  next.half = halves(kOther, next.salt).login.copy();
  ASSERT_TRUE(door_->change(token, proof, next).outcome);
  EXPECT_EQ(door_->parameters("person2").salt, next.salt);
  const auto again =
      door_->log_in({"person2", LoginHalf{next.half.copy()}, {}, "192.0.2.7", {}, ""});
  ASSERT_TRUE(again.outcome);
  EXPECT_EQ(again.outcome->wrapped_seed, "wrapped anew");
}

TEST_F(DoorChangesTest, WhatABrowserSendsHasItsForm) {
  ASSERT_TRUE(book_->name(kTeacher, "person2"));
  auto key = browser_key(kPassword, 2);
  key.cost.passes = 1;
  EXPECT_EQ(door_->enrol(kTeacher, key).refusal().code, "password.cost");
  key.cost = Cost{};
  key.wrapped_seed = "";
  EXPECT_EQ(door_->enrol(kTeacher, key).refusal().code, "password.wrapped");
  key.wrapped_seed = std::string(kMaxWrappedSeedBytes + 1, 'x');
  EXPECT_EQ(door_->enrol(kTeacher, key).refusal().code, "password.wrapped");
  key.wrapped_seed.pop_back();
  EXPECT_TRUE(door_->enrol(kTeacher, key));
  EXPECT_EQ(door_->enrol(kTeacher, ServerKey{"коротко", seed(2)}).refusal().code, "password.short");
}

TEST_F(DoorChangesTest, AResetLeavesNothingOfTheEarlierAccount) {
  enrol(kTeacher);
  const auto in = come(kTeacher);
  const auto secret = random_totp_secret();
  ASSERT_TRUE(door_
                  ->turn_on_second(in.opened.token, typed(kPassword), secret,
                                   totp_code(secret, totp_step(clock_.now())))
                  .outcome);
  ASSERT_TRUE(door_->enrol(kTeacher, ServerKey{std::string(kOther), seed(50)}));
  EXPECT_FALSE(sessions_->use(in.opened.token));
  EXPECT_FALSE(book_->knows_device(kTeacher, in.device));
  EXPECT_EQ(log_in("person2", kPassword), "login.wrong");
  const auto again = door_->log_in(attempt("person2", kOther));
  ASSERT_TRUE(again.outcome);
  EXPECT_EQ(sessions_->use(again.outcome->opened.token)->key->public_key(),
            signing::PrivateKey(seed(50)).public_key());
}

TEST_F(DoorChangesTest, AClosedAccountIsOutAtOnce) {
  enrol(kTeacher);
  const auto in = come(kTeacher);
  door_->close(kTeacher);
  EXPECT_FALSE(sessions_->use(in.opened.token));
  EXPECT_EQ(log_in("person2", kPassword), "login.wrong");
}

TEST_F(DoorChangesTest, WhoseKeyEndedOrWhoBecameSomebodyElseIsOutAtTheNextReview) {
  RecordProperty("requirement", "ACC-09");
  enrol(kDirector);
  enrol(kTeacher);
  enrol(kParent, Kind::kFamily);
  const auto director = come(kDirector), teacher = come(kTeacher), parent = come(kParent);
  door_->review();
  EXPECT_EQ(sessions_->persons(),
            (std::vector<events::PersonNumber>{kDirector, kTeacher, kParent}));
  standings_[kTeacher].key_stands = false;
  standings_[kParent].kind = Kind::kStaff;
  door_->review();
  EXPECT_TRUE(sessions_->use(director.opened.token));
  EXPECT_FALSE(sessions_->use(teacher.opened.token));
  EXPECT_FALSE(sessions_->use(parent.opened.token));
  EXPECT_EQ(sessions_->persons(), (std::vector<events::PersonNumber>{kDirector}));
}

TEST_F(DoorChangesTest, TheSecondFactorIsTurnedOnAndOffWithDigitsThatFit) {
  enrol(kTeacher);
  const auto in = come(kTeacher);
  const auto secret = random_totp_secret();
  const auto digits = [&] { return totp_code(secret, totp_step(clock_.now())); };
  const auto off = [&](std::string_view with) {
    return code_of(door_->turn_off_second(in.opened.token, typed(kPassword), with));
  };
  const auto on = [&](std::string_view with) {
    return code_of(door_->turn_on_second(in.opened.token, typed(kPassword), secret, with));
  };
  EXPECT_EQ(off("000000"), "second.absent");
  EXPECT_EQ(on("000000x"), "login.second_wrong");
  EXPECT_EQ(on(digits()), "");
  EXPECT_EQ(on(digits()), "second.present");
  EXPECT_EQ(off(digits()), "login.second_repeated");  // used to turn it on
  clock_.pass(kTotpStepMs);
  EXPECT_EQ(off(digits()), "");
  EXPECT_EQ(log_in("person2", kPassword), "");
}

}  // namespace
}  // namespace letopis::accounts

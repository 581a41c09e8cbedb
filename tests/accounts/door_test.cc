// Coming in: right and wrong passwords, strangers, guessing, second factors, keys that ended.
#include "accounts/door.h"

#include <thread>

#include "accounts/at_the_door.h"

namespace letopis::accounts {
namespace {

class DoorTest : public AtTheDoor {
 protected:
  std::string code(const Attempt& attempt) { return code_of(door_->log_in(attempt)); }
  // Guesses until it has to wait; answers how often.
  int guess(const std::string& login, std::string address = "198.51.100.9") {
    for (int i = 0; i < 100; ++i) {
      auto one = attempt(login, "wrong one");
      one.address = address;
      if (code(one) == "login.wait") return i;
    }
    return 100;
  }
};

TEST_F(DoorTest, ThePasswordOpensASessionThatCanSignWithTheOwnersKey) {
  RecordProperty("requirement", "ACC-14");
  enrol(kTeacher);
  const auto in = come(kTeacher);
  const auto visit = sessions_->use(in.opened.token);
  ASSERT_TRUE(visit);
  EXPECT_EQ(visit->session.person, kTeacher);
  EXPECT_EQ(visit->session.address, "192.0.2.7");
  ASSERT_TRUE(visit->key);
  EXPECT_EQ(visit->key->public_key(), signing::PrivateKey(seed(kTeacher.value)).public_key());
  EXPECT_TRUE(in.wrapped_seed.empty());
  auto loud = attempt("PERSON2", kPassword);
  EXPECT_EQ(code(loud), "");
}

TEST_F(DoorTest, NoPasswordAndNoSeedLieOnTheShelf) {
  enrol(kTeacher);
  come(kTeacher);
  std::string all;
  shelf_->scan("a", "z", [&all](std::string_view key, std::string_view value) {
    all.append(key).append(value);
    return true;
  });
  EXPECT_EQ(all.find(kPassword), all.npos);
  EXPECT_EQ(all.find(text_of(seed(kTeacher.value).reveal())), all.npos);
}

TEST_F(DoorTest, AWrongPasswordAndALoginThatNobodyHasAreAnsweredAlike) {
  enrol(kTeacher);
  const auto wrong = door_->log_in(attempt("person2", "not this one"));
  const auto nobody = door_->log_in(attempt("person9", "not this one"));
  const auto nonsense = door_->log_in(attempt("???", "not this one"));
  EXPECT_EQ(code_of(wrong), "login.wrong");
  EXPECT_EQ(wrong.outcome.refusal(), nobody.outcome.refusal());
  EXPECT_EQ(wrong.outcome.refusal(), nonsense.outcome.refusal());
  EXPECT_EQ(guess("person2", "198.51.100.1"), guess("person9", "198.51.100.2"));
}

TEST_F(DoorTest, WhatABrowserIsToldOfALoginThatNobodyHasStaysTheSame) {
  enrol_browser(kTeacher);
  const auto known = door_->parameters("person2");
  EXPECT_EQ(known.custody, Custody::kBrowser);
  EXPECT_EQ(known, door_->parameters("PERSON2"));
  const auto nobody = door_->parameters("nobody");
  EXPECT_EQ(nobody, door_->parameters("Nobody"));
  EXPECT_NE(nobody.salt, door_->parameters("somebody").salt);
  EXPECT_EQ(nobody.cost, known.cost);
  open();
  EXPECT_EQ(nobody, door_->parameters("nobody"));
  int in_browser = 0;
  for (int i = 0; i < 100; ++i) {
    if (door_->parameters("x" + std::to_string(i)).custody == Custody::kBrowser) ++in_browser;
  }
  EXPECT_GT(in_browser, 20);
  EXPECT_LT(in_browser, 80);
  EXPECT_EQ(door_->parameters(std::string(100'000, 'x')),
            door_->parameters(std::string(100'000, 'x')));
}

TEST_F(DoorTest, ABrowsersHalfOpensAndGivesTheWrappedKeyBackUnseen) {
  enrol_browser(kTeacher);
  const auto parameters = door_->parameters("person2");
  const auto half = halves(kPassword, parameters.salt).login.copy();
  const auto answer = door_->log_in({"person2", LoginHalf{half.copy()}, {}, "192.0.2.7", {}, ""});
  ASSERT_TRUE(answer.outcome);
  EXPECT_EQ(answer.outcome->wrapped_seed, "wrapped by the browser");
  const auto visit = sessions_->use(answer.outcome->opened.token);
  EXPECT_EQ(visit->signing, Signing::kInBrowser);
  EXPECT_FALSE(visit->key);
}

TEST_F(DoorTest, AKeyThatBrowsersHoldTakesNoPasswordAndOneOfTheServersNoHalf) {
  enrol_browser(kTeacher);
  EXPECT_EQ(code(attempt("person2", kPassword)), "login.wrong");
  enrol(kParent);
  const auto half = halves(kPassword, door_->parameters("person3").salt).login.copy();
  EXPECT_EQ(code({"person3", LoginHalf{half.copy()}, {}, "192.0.2.7", {}, ""}), "login.wrong");
  EXPECT_EQ(code({"nobody", LoginHalf{half.copy()}, {}, "192.0.2.7", {}, ""}), "login.wrong");
}

TEST_F(DoorTest, GuessersWaitLongerAndLongerAndAreToldHowLong) {
  enrol(kTeacher);
  EXPECT_EQ(guess("person2"), 6);
  auto again = attempt("person2", "wrong one");
  again.address = "198.51.100.9";
  const auto held = door_->log_in(again);
  ASSERT_EQ(code_of(held), "login.wait");
  ASSERT_TRUE(held.wait_ms);
  EXPECT_EQ(*held.wait_ms, 1'000);
  EXPECT_NE(held.outcome.refusal().allowed.ru.find("1 с"), std::string::npos);
  clock_.pass(*held.wait_ms);
  EXPECT_EQ(code(again), "login.wrong");
  EXPECT_EQ(door_->log_in(again).wait_ms, 2'000);
  // Even the right password is not looked at while waiting.
  auto right = attempt("person2", kPassword);
  right.address = "198.51.100.9";
  EXPECT_EQ(code(right), "login.wait");
  clock_.pass(2'000);
  EXPECT_EQ(code(right), "");
}

TEST_F(DoorTest, AGuesserHoldsUpNeitherTheOwnersDeviceNorTheOwnerElsewhere) {
  enrol(kTeacher);
  const auto device = come(kTeacher).device;
  for (int i = 0; i < 30; ++i) guess("person2", "198.51.100.9");
  EXPECT_EQ(code(attempt("person2", kPassword)), "");  // from another address, a new device
  // From the guesser's own address the known device comes in, others wait.
  auto near = attempt("person2", kPassword);
  near.address = "198.51.100.9";
  EXPECT_EQ(code(near), "login.wait");
  near.device = device;
  EXPECT_EQ(code(near), "");
}

TEST_F(DoorTest, AKnownDeviceIsNoLicenceToGuess) {
  enrol(kTeacher);
  const auto device = come(kTeacher).device;
  int wrong = 0;
  while (code(attempt("person2", "wrong one", device)) == "login.wrong") ++wrong;
  EXPECT_EQ(wrong, 6);
  EXPECT_EQ(code(attempt("person2", kPassword)), "");  // the address is not to blame
  clock_.pass(kDevicePatience.most_ms);
  EXPECT_EQ(code(attempt("person2", kPassword, device)), "");
  EXPECT_EQ(code(attempt("person2", "wrong one", device)), "login.wrong");
}

TEST_F(DoorTest, ADeviceCookieOfAnotherPersonIsAStrangers) {
  enrol(kTeacher);
  enrol(kParent);
  const auto device = come(kParent).device;
  EXPECT_TRUE(book_->knows_device(kParent, device));
  const auto in = come(kTeacher, device);
  EXPECT_NE(in.device, device);
  EXPECT_EQ(come(kTeacher, in.device).device, in.device);
}

TEST_F(DoorTest, OneAddressThatTriesManyLoginsWaitsToo) {
  enrol(kTeacher);
  int tried = 0;
  while (tried < 200 &&
         code({"x" + std::to_string(tried), LoginHalf{seed(1)}, {}, "198.51.100.9", {}, ""}) ==
             "login.wrong") {
    ++tried;
  }
  EXPECT_EQ(tried, static_cast<int>(kAddressPatience.free) + 1);
  EXPECT_EQ(code(attempt("person2", kPassword)), "");
}

TEST_F(DoorTest, AHundredAttemptsAtOnceAreCountedLikeOnesInARow) {
  enrol_browser(kTeacher);
  std::atomic<int> looked_at = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 10; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 10; ++k) {
        if (code({"person2", LoginHalf{seed(99)}, {}, "198.51.100.9", {}, ""}) == "login.wrong") {
          ++looked_at;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(looked_at, 6);
}

TEST_F(DoorTest, WhoseKeyTheLogKnowsNoMoreDoesNotComeIn) {
  RecordProperty("requirement", "ACC-09");
  enrol(kTeacher);
  standings_[kTeacher].key_stands = false;
  EXPECT_EQ(code(attempt("person2", kPassword)), "login.key_ended");
  EXPECT_EQ(code(attempt("person2", "wrong one")), "login.wrong");
}

TEST_F(DoorTest, WithASecondFactorThePasswordAloneIsNotEnough) {
  enrol(kTeacher);
  auto in = come(kTeacher);
  const auto secret = random_totp_secret();
  const auto digits = [&] { return totp_code(secret, totp_step(clock_.now())); };
  const auto codes = door_->turn_on_second(in.opened.token, typed(kPassword), secret, digits());
  ASSERT_TRUE(codes.outcome);
  EXPECT_EQ(code(attempt("person2", kPassword)), "login.second_factor");
  auto with = attempt("person2", kPassword);
  with.second = digits();  // those that turned it on
  EXPECT_EQ(code(with), "login.second_repeated");
  clock_.pass(kTotpStepMs);
  with.second = digits();
  EXPECT_EQ(code(with), "");
  EXPECT_EQ(code(with), "login.second_repeated");
  clock_.pass(3 * kTotpStepMs);
  EXPECT_EQ(code(with), "login.second_wrong") << "too old by now";
  with.second = codes.outcome->front();
  EXPECT_EQ(code(with), "");
  EXPECT_EQ(code(with), "login.second_wrong");
  open();
  EXPECT_EQ(code(attempt("person2", kPassword)), "login.second_factor");
}

TEST_F(DoorTest, GuessingTheDigitsIsGuessing) {
  enrol(kTeacher);
  auto in = come(kTeacher);
  const auto secret = random_totp_secret();
  ASSERT_TRUE(door_
                  ->turn_on_second(in.opened.token, typed(kPassword), secret,
                                   totp_code(secret, totp_step(clock_.now())))
                  .outcome);
  auto with = attempt("person2", kPassword);
  with.second = "not digits";
  int tried = 0;
  while (code(with) == "login.second_wrong") ++tried;
  EXPECT_EQ(tried, 6);
}

TEST_F(DoorTest, WhoOwesASecondFactorComesInAndIsMarkedSo) {
  enrol(kTeacher);
  standings_[kTeacher].demands_second_factor = true;
  const auto in = come(kTeacher);
  EXPECT_TRUE(sessions_->use(in.opened.token)->session.owes_second_factor);
  const auto secret = random_totp_secret();
  const auto digits = totp_code(secret, totp_step(clock_.now()));
  ASSERT_TRUE(door_->turn_on_second(in.opened.token, typed(kPassword), secret, digits).outcome);
  EXPECT_FALSE(sessions_->use(in.opened.token)->session.owes_second_factor);
  clock_.pass(kTotpStepMs);
  const auto off = door_->turn_off_second(in.opened.token, typed(kPassword),
                                          totp_code(secret, totp_step(clock_.now())));
  EXPECT_EQ(code_of(off), "second.demanded");
}

}  // namespace
}  // namespace letopis::accounts

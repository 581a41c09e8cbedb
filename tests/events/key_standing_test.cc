#include "events/key_standing.h"

#include <gtest/gtest.h>

#include "events/trial_events.h"

namespace letopis::events {
namespace {

constexpr PersonNumber kFounder{0};
constexpr PersonNumber kTeacher{1017};
constexpr PersonNumber kDeputy{12};

signing::PublicKey public_key(std::string_view whose) { return trial_key(whose).public_key(); }
signing::KeyId key(std::string_view whose) { return trial_key(whose).key_id(); }

std::string apply(KeyStandings& keys, Fact fact, std::uint64_t position) {
  return code_of(keys.apply(trial_event(std::move(fact)), {position}));
}

KeyEnrolled enrolled(PersonNumber person, std::string_view whose) {
  return {person, public_key(whose), KeyHolder::kBrowser, KeyGround::kActivation, {}};
}

KeyCompromised compromised(PersonNumber person, std::string_view whose, std::int64_t noticed) {
  return {person, key(whose), {noticed - 1}, {noticed}, {}};
}

KeyStandings with_teacher() {
  KeyStandings keys;
  EXPECT_EQ(apply(keys, LogStarted{"letopis.example/nn125", false, public_key("founder")}, 0), "");
  EXPECT_EQ(apply(keys, enrolled(kTeacher, "teacher"), 4), "");
  return keys;
}

TEST(KeyStandings, EntryZeroBringsTheFoundersKey) {
  const KeyStandings keys = with_teacher();
  const auto standing = keys.standing(key("founder"), kFounder);
  ASSERT_TRUE(standing);
  EXPECT_EQ(*standing, KeyNumber{0});
  EXPECT_EQ(keys.find(key("founder"))->enrolled, Position{0});
}

TEST(KeyStandings, AKeySignsForItsOwnPersonOnly) {
  RecordProperty("requirement", "ACC-14");
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, enrolled(kDeputy, "deputy"), 5), "");
  EXPECT_EQ(*keys.standing(key("teacher"), kTeacher), KeyNumber{1});
  EXPECT_EQ(*keys.standing(key("deputy"), kDeputy), KeyNumber{2});
  EXPECT_EQ(code_of(keys.standing(key("deputy"), kTeacher)), "key.of_another");
  EXPECT_EQ(code_of(keys.standing(key("teacher"), kFounder)), "key.of_another");
}

TEST(KeyStandings, AnUnknownKeyIsRefused) {
  EXPECT_EQ(code_of(with_teacher().standing(key("stranger"), kTeacher)), "key.unknown");
  EXPECT_EQ(code_of(KeyStandings().standing(key("founder"), kFounder)), "key.unknown");
  EXPECT_EQ(with_teacher().find(key("stranger")), std::nullopt);
}

TEST(KeyStandings, AnEndedKeySignsNoMore) {
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, KeyEnded{kTeacher, key("teacher"), KeyEndGround::kReplaced}, 9), "");
  EXPECT_EQ(code_of(keys.standing(key("teacher"), kTeacher)), "key.ended");
  EXPECT_EQ(keys.find(key("teacher"))->ended, Position{9});
  EXPECT_EQ(keys.find(key("teacher"))->void_from, std::nullopt);
}

TEST(KeyStandings, APersonGoesOnUnderANewKey) {
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, KeyEnded{kTeacher, key("teacher"), KeyEndGround::kLost}, 9), "");
  ASSERT_EQ(apply(keys, enrolled(kTeacher, "teacher, reset"), 10), "");
  EXPECT_EQ(*keys.standing(key("teacher, reset"), kTeacher), KeyNumber{2});
  EXPECT_EQ(code_of(keys.standing(key("teacher"), kTeacher)), "key.ended");
}

TEST(KeyStandings, AKeyIsEnrolledOnce) {
  KeyStandings keys = with_teacher();
  const KeyStandings before = keys;
  EXPECT_EQ(apply(keys, enrolled(kTeacher, "teacher"), 5), "key.enrolled_twice");
  EXPECT_EQ(apply(keys, enrolled(kDeputy, "teacher"), 5), "key.enrolled_twice");
  EXPECT_EQ(apply(keys, enrolled(kDeputy, "founder"), 5), "key.enrolled_twice");
  ASSERT_EQ(keys, before);
  ASSERT_EQ(apply(keys, KeyEnded{kTeacher, key("teacher"), KeyEndGround::kLeft}, 6), "");
  EXPECT_EQ(apply(keys, enrolled(kTeacher, "teacher"), 7), "key.enrolled_twice");
}

TEST(KeyStandings, ThereIsNoSecondFounder) {
  KeyStandings keys = with_teacher();
  const LogStarted again{"letopis.example/nn125", false, public_key("usurper")};
  EXPECT_EQ(apply(keys, again, 5), "key.enrolled_twice");
  EXPECT_EQ(keys.find(key("usurper")), std::nullopt);
}

TEST(KeyStandings, OnlyAPersonsOwnKeyCanEnd) {
  KeyStandings keys = with_teacher();
  const KeyStandings before = keys;
  EXPECT_EQ(apply(keys, KeyEnded{kDeputy, key("teacher"), {}}, 5), "key.unknown");
  EXPECT_EQ(apply(keys, KeyEnded{kTeacher, key("stranger"), {}}, 5), "key.unknown");
  EXPECT_EQ(apply(keys, compromised(kDeputy, "teacher", 100), 5), "key.unknown");
  EXPECT_EQ(keys, before);
}

TEST(KeyStandings, ACompromisedKeySignsNoMoreAndIsVoidFromTheNoticeOn) {
  RecordProperty("requirement", "ACC-09");
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, compromised(kTeacher, "teacher", 5'000), 20), "");
  EXPECT_EQ(code_of(keys.standing(key("teacher"), kTeacher)), "key.ended");
  EXPECT_EQ(keys.find(key("teacher"))->ended, Position{20});
  EXPECT_EQ(keys.find(key("teacher"))->void_from, Instant{5'000});
}

TEST(KeyStandings, ASecondNoticeCanOnlyVoidMore) {
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, compromised(kTeacher, "teacher", 5'000), 20), "");
  ASSERT_EQ(apply(keys, compromised(kTeacher, "teacher", 6'000), 21), "");
  EXPECT_EQ(keys.find(key("teacher"))->void_from, Instant{5'000});
  ASSERT_EQ(apply(keys, compromised(kTeacher, "teacher", 4'000), 22), "");
  EXPECT_EQ(keys.find(key("teacher"))->void_from, Instant{4'000});
  EXPECT_EQ(keys.find(key("teacher"))->ended, Position{20});
}

TEST(KeyStandings, AKeyThatEndedCanStillTurnOutToBeStolen) {
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, KeyEnded{kTeacher, key("teacher"), KeyEndGround::kReplaced}, 9), "");
  ASSERT_EQ(apply(keys, compromised(kTeacher, "teacher", 5'000), 20), "");
  EXPECT_EQ(keys.find(key("teacher"))->ended, Position{9});
  EXPECT_EQ(keys.find(key("teacher"))->void_from, Instant{5'000});
}

TEST(KeyStandings, OtherFactsChangeNothing) {
  KeyStandings keys = with_teacher();
  const KeyStandings before = keys;
  EXPECT_EQ(apply(keys, plain_mark(), 5), "");
  EXPECT_EQ(apply(keys, AccountClosed{kTeacher, {}}, 6), "");
  EXPECT_EQ(keys, before);
}

TEST(KeyStandings, AreRestoredAsTheyWere) {
  KeyStandings keys = with_teacher();
  ASSERT_EQ(apply(keys, compromised(kTeacher, "teacher", 5'000), 20), "");
  ASSERT_EQ(apply(keys, enrolled(kTeacher, "teacher, reset"), 21), "");
  KeyStandings restored = KeyStandings::restore(keys.keys());
  EXPECT_EQ(restored, keys);
  EXPECT_EQ(*restored.standing(key("teacher, reset"), kTeacher), KeyNumber{2});
  EXPECT_EQ(apply(restored, enrolled(kDeputy, "teacher"), 22), "key.enrolled_twice");
}

TEST(KeyStandingsDeathTest, RecordsOutOfOrderAreABug) {
  auto records = with_teacher().keys();
  std::swap(records[0], records[1]);
  EXPECT_DEATH(KeyStandings::restore(std::move(records)), "record.number");
}

}  // namespace
}  // namespace letopis::events

// Who looked is noted before anything is shown, once, for good.
#include "trace/access_log.h"

#include <thread>

#include "signing/checkpoint.h"
#include "trace/watched_school.h"

namespace letopis::trace {
namespace {

using Reading = AccessLog::Reading;

class AccessLogTest : public WatchedSchool {
 protected:
  std::vector<Reading> all_of(events::PersonNumber child) {
    return log_->readers_of(child, {0}, {clock_.wall_ms + 1});
  }
  Entry entry(std::uint64_t index) {
    const auto bytes = log_->entry(index);
    EXPECT_TRUE(bytes);
    return parse_entry(bytes_of(*bytes)).value();
  }
};

TEST_F(AccessLogTest, AReadingIsNotedOncePerReaderChildViewAndHour) {
  RecordProperty("requirement", "ACC-12");
  read(kTeacher, {kChild});
  read(kTeacher, {kChild});
  EXPECT_EQ(log_->size(), 1u);
  EXPECT_EQ(entry(0), (Entry{clock_.now(), Read{kTeacher, kChild, View::kDiary}}));
  read(kTeacher, {kChild}, View::kJournal);
  read(kInspector, {kChild});
  read(kTeacher, {kOtherChild});
  EXPECT_EQ(log_->size(), 4u);
  clock_.wall_ms = shelf::SetClock::kStart + kHourMs - 1;  // it began with the hour
  read(kTeacher, {kChild});
  EXPECT_EQ(log_->size(), 4u);
  clock_.pass(1);
  read(kTeacher, {kChild});
  EXPECT_EQ(log_->size(), 5u);
}

TEST_F(AccessLogTest, ARestartForgetsNothingOfTheHour) {
  read(kTeacher, {kChild});
  open();
  read(kTeacher, {kChild});
  EXPECT_EQ(log_->size(), 1u);
  EXPECT_TRUE(log_->verify());
}

TEST_F(AccessLogTest, APageOfFortyChildrenIsNotedWholeAndRepeatedChildrenOnce) {
  std::vector<events::PersonNumber> page;
  for (std::uint32_t i = 0; i < 40; ++i) page.push_back({500 + i});
  page.push_back({500});
  read(kTeacher, page);
  EXPECT_EQ(log_->size(), 40u);
  read(kTeacher, {});
  EXPECT_EQ(log_->size(), 40u);
}

TEST_F(AccessLogTest, WhoReadAChildsDataBetweenTwoMomentsIsAnsweredInTheOrderOfTime) {
  RecordProperty("requirement", "ACC-12");
  const auto start = clock_.now();
  read(kInspector, {kChild});
  clock_.pass(kHourMs / 2);
  read(kTeacher, {kChild, kOtherChild}, View::kJournal);
  const auto second = clock_.now();
  clock_.pass(5 * kHourMs);
  read(kTeacher, {kChild});
  const auto third = clock_.now();
  const Reading one{kInspector, View::kDiary, start, 0}, two{kTeacher, View::kJournal, second, 1},
      three{kTeacher, View::kDiary, third, 3};
  EXPECT_EQ(all_of(kChild), (std::vector<Reading>{one, two, three}));
  EXPECT_EQ(all_of(kOtherChild).size(), 1u);
  EXPECT_TRUE(all_of({419}).empty());
  // From is inside, to is not.
  EXPECT_EQ(log_->readers_of(kChild, start, second), (std::vector<Reading>{one}));
  EXPECT_EQ(log_->readers_of(kChild, second, third), (std::vector<Reading>{two}));
  EXPECT_EQ(log_->readers_of(kChild, {start.milliseconds + 1}, {third.milliseconds + 1}),
            (std::vector<Reading>{two, three}));
  EXPECT_TRUE(log_->readers_of(kChild, third, start).empty());
}

TEST_F(AccessLogTest, SignInsFailuresAndRefusalsAreNotedWithoutAnAddress) {
  log_->signed_in(kTeacher, "192.0.2.7");
  log_->signed_in(kTeacher, "192.0.2.7");
  log_->sign_in_failed(std::nullopt, "192.0.2.7");
  log_->sign_in_failed(std::nullopt, "192.0.2.7");
  log_->sign_in_failed(kTeacher, "192.0.2.8");
  log_->refused(kTeacher, kChild, View::kPersonalData);
  log_->refused(kTeacher, kChild, View::kPersonalData);
  log_->refused(kTeacher, std::nullopt, View::kPersonalData);
  ASSERT_EQ(log_->size(), 6u);
  const auto first = std::get<SignedIn>(entry(0).what);
  EXPECT_EQ(first, std::get<SignedIn>(entry(1).what));
  EXPECT_EQ(std::get<SignInFailed>(entry(2).what).address, first.address);
  EXPECT_NE(std::get<SignInFailed>(entry(3).what).address, first.address);
  EXPECT_EQ(entry(4).what, decltype(Entry::what)(Refused{kTeacher, kChild, View::kPersonalData}));
  clock_.pass(60'000);
  log_->sign_in_failed(std::nullopt, "192.0.2.7");
  EXPECT_EQ(log_->size(), 7u);
  for (std::uint64_t index = 0; index < 7; ++index) {
    EXPECT_EQ(log_->entry(index)->find("192"), std::string::npos);
  }
}

TEST_F(AccessLogTest, WhoHasReadAPieceOfNewsIsKnownOnceAndForGood) {
  EXPECT_FALSE(log_->has_read_news(kTeacher, 12));
  const auto at = clock_.now();
  log_->read_news(kTeacher, 12);
  clock_.pass(48 * kHourMs);
  log_->read_news(kTeacher, 12);
  log_->read_news(kInspector, 12);
  log_->read_news(kTeacher, 13);
  EXPECT_EQ(log_->size(), 3u);
  EXPECT_TRUE(log_->has_read_news(kTeacher, 12));
  EXPECT_FALSE(log_->has_read_news(kInspector, 13));
  EXPECT_EQ(log_->readers_of_news(12),
            (std::vector<AccessLog::NewsReading>{{kTeacher, at}, {kInspector, clock_.now()}}));
  EXPECT_TRUE(log_->readers_of_news(14).empty());
}

TEST_F(AccessLogTest, ItsCheckpointIsTheLogsOwnUnderANameOfItsOwn) {
  const auto key = log_key();
  const auto open_note = [&](const std::string& note) {
    const auto verifier = signing::NoteVerifier::admit(
        signing::log_verifier_key("letopis.example/nn125/access", key.public_key()));
    return signing::open_checkpoint(note, *verifier).value().checkpoint;
  };
  const auto empty = open_note(log_->checkpoint("letopis.example/nn125", key));
  EXPECT_EQ(empty.size, 0u);
  for (std::uint32_t i = 1; i <= 300; ++i) read({i}, {kChild});
  const auto first = open_note(log_->checkpoint("letopis.example/nn125", key));
  EXPECT_EQ(first.size, 300u);
  EXPECT_EQ(log_->checkpoint("letopis.example/nn125", key), log_->last_checkpoint());
  for (std::uint32_t i = 1; i <= 300; ++i) read({i}, {kOtherChild});
  open();
  const auto second = open_note(log_->checkpoint("letopis.example/nn125", key));
  EXPECT_EQ(second.size, 600u);
  const auto proof = signing::consistency_proof(300, 600, log_->hashes());
  ASSERT_TRUE(proof);
  EXPECT_TRUE(signing::verify_consistency({300, 600, first.root, second.root}, *proof));
  const auto inclusion = signing::inclusion_proof(256, 600, log_->hashes());
  EXPECT_TRUE(signing::verify_inclusion(
      {256, 600, signing::leaf_hash(bytes_of(*log_->entry(256))), second.root}, *inclusion));
  EXPECT_TRUE(log_->verify());
}

TEST_F(AccessLogTest, ManyReadersAtOnceLeaveOneEntryEachAndNoGap) {
  std::vector<std::thread> threads;
  for (std::uint32_t t = 0; t < 8; ++t) {
    threads.emplace_back([this, t] {
      for (std::uint32_t i = 0; i < 25; ++i) {
        read({100 + t}, {{1'000 + i}});
        read({99}, {{1'000 + i}});  // all of them the same
        EXPECT_EQ(log_->readers_of({1'000 + i}, {0}, {clock_.wall_ms + 1}).empty(), false);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(log_->size(), 8u * 25 + 25);
  EXPECT_TRUE(log_->verify());
  open();
  EXPECT_TRUE(log_->verify());
}

}  // namespace
}  // namespace letopis::trace

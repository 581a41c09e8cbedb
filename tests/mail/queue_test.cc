#include "mail/queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shelf/temporary_directory.h"

namespace letopis::mail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr events::Instant kNow{1'757'322'000'000};
const Notice kOne{NoticeKind::kMessage, {7}, 1, {}};
const Notice kOther{NoticeKind::kWeek, {7}, 4, {20'339}};

events::Instant later(std::int64_t milliseconds) { return {kNow.milliseconds + milliseconds}; }

class QueueTest : public testing::Test {
 protected:
  QueueTest() { open(); }
  // As after a restart.
  void open() {
    queue_.reset();
    shelf_.reset();
    auto opened = shelf::Shelf::open(directory_.path() / "shelf");
    ASSERT_TRUE(opened);
    shelf_ = std::move(opened).value();
    queue_.emplace(*shelf_);
  }
  std::vector<Notice> due(events::Instant now, std::size_t most = 10) const {
    std::vector<Notice> notices;
    for (const auto& one : queue_->due(now, most)) notices.push_back(one.notice);
    return notices;
  }
  void fail(events::Instant now, bool for_good = false) {
    queue_->failed(queue_->due(now, 1).at(0), {"smtp.busy", {"занят", "busy"}}, for_good, now);
  }

  shelf::TemporaryDirectory directory_;
  std::unique_ptr<shelf::Shelf> shelf_;
  std::optional<Queue> queue_;
};

TEST(NoticeKeys, ANoticeIsItsKey) {
  for (const auto& one : {kOne, kOther, Notice{NoticeKind::kServices, {0xffffffff}, 0, {-1}}}) {
    EXPECT_EQ(notice_of(key_of(one)), one);
  }
  EXPECT_NE(key_of(kOne), key_of(kOther));
}

// docs/notices.md, "The rows on the shelf".
TEST_F(QueueTest, RowsAreThoseOfTheDocument) {
  queue_->put({kOther}, {{41}, {20'332}, {20'339}, {20'338}}, {1});
  using std::string_literals::operator""s;
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(shelf_->get("mail/progress"),
            "\0\0\0\0\0\0\0\x29\0\0\x4f\x6c\0\0\x4f\x73\0\0\x4f\x72"sv);
  const auto notice = "\x05\0\0\0\x07\0\0\0\x04\0\0\x4f\x73"s;
  EXPECT_EQ(shelf_->get("mail/wait/" + notice), "\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\x01\0\0"sv);
  queue_->sent(queue_->due({1}, 1).at(0), {2});
  EXPECT_EQ(shelf_->get("mail/wait/" + notice), std::nullopt);
  EXPECT_EQ(shelf_->get("mail/sent/" + notice), "\0\0\0\0\0\0\0\x02"sv);
}

TEST_F(QueueTest, WhatWaitsSurvivesARestartTogetherWithHowFarWasLooked) {
  RecordProperty("requirement", "DRY-06");
  EXPECT_EQ(queue_->progress(), std::nullopt);
  const Progress progress{{41}, {20'332}, {20'339}, {20'338}, 7};
  queue_->put({kOne, kOther, kOne}, progress, kNow);
  EXPECT_EQ(queue_->waiting(), 2U);
  open();
  EXPECT_EQ(queue_->waiting(), 2U);
  EXPECT_EQ(queue_->progress(), progress);
  EXPECT_EQ(due(kNow).size(), 2U);
  EXPECT_THAT(due({kNow.milliseconds - 1}), IsEmpty());
}

TEST_F(QueueTest, ARowOfBeforeThereWasADiaryOfTheDayIsReadAsTold) {
  using std::string_literals::operator""s;
  const shelf::Change changes[] = {
      {"mail/progress", "\0\0\0\0\0\0\0\x29\0\0\x4f\x6c\0\0\x4f\x73"s}};
  shelf_->write(changes);
  EXPECT_EQ(queue_->progress(), (Progress{{41}, {20'332}, {20'339}, {20'339}, {}}));
}

TEST_F(QueueTest, WhatWasSentIsNotQueuedAgain) {
  RecordProperty("requirement", "DRY-06");
  queue_->put({kOne}, {}, kNow);
  queue_->put({kOne}, {}, later(5));
  EXPECT_EQ(queue_->waiting(), 1U);
  queue_->sent(queue_->due(kNow, 1).at(0), kNow);
  EXPECT_EQ(queue_->waiting(), 0U);
  open();
  queue_->put({kOne}, {}, later(5));
  EXPECT_THAT(due(later(5)), IsEmpty());
  queue_->forget(later(kRememberedMs - 1));
  queue_->put({kOne}, {}, later(kRememberedMs - 1));
  EXPECT_EQ(queue_->waiting(), 0U);
  queue_->forget(later(kRememberedMs));
  queue_->put({kOne}, {}, later(kRememberedMs));
  EXPECT_EQ(queue_->waiting(), 1U) << "forgotten";
}

TEST_F(QueueTest, TheLongestWaitingComeFirst) {
  queue_->put({kOther}, {}, kNow);
  queue_->put({kOne}, {}, later(1));
  EXPECT_THAT(due(later(1)), ElementsAre(kOther, kOne));
  EXPECT_THAT(due(later(1), 1), ElementsAre(kOther));
}

TEST_F(QueueTest, TheOldestIsKnownUntilItIsSent) {
  EXPECT_EQ(queue_->oldest(), std::nullopt);
  queue_->put({kOne}, {}, kNow);
  queue_->put({kOther}, {}, later(kMinute));
  EXPECT_EQ(queue_->oldest(), kNow);
  queue_->sent(queue_->due(kNow, 1).at(0), later(kMinute));
  EXPECT_EQ(queue_->oldest(), later(kMinute));
}

TEST_F(QueueTest, PausesDoubleUpToALongestOne) {
  RecordProperty("requirement", "DRY-06");
  queue_->put({kOne}, {}, kNow);
  auto now = kNow;
  for (const std::int64_t pause :
       {kMinute, 2 * kMinute, 4 * kMinute, 8 * kMinute, 16 * kMinute, 32 * kMinute, 64 * kMinute,
        128 * kMinute, 4 * kHour, 4 * kHour}) {
    fail(now);
    EXPECT_THAT(due({now.milliseconds + pause - 1}), IsEmpty());
    now.milliseconds += pause;
    EXPECT_THAT(due(now), ElementsAre(kOne)) << pause;
    open();
  }
}

TEST_F(QueueTest, WhatFailsForThreeDaysIsGivenUpAndSaid) {
  RecordProperty("requirement", "DRY-06");
  queue_->put({kOne}, {}, kNow);
  fail(later(kTriedForMs - 1));
  EXPECT_EQ(queue_->waiting(), 1U);
  EXPECT_THAT(queue_->given_up(), IsEmpty());
  fail(later(kTriedForMs + kMinute));
  EXPECT_EQ(queue_->waiting(), 0U);
  const GivenUp given_up{kOne, later(kTriedForMs + kMinute), "smtp.busy"};
  EXPECT_THAT(queue_->given_up(), ElementsAre(given_up));
  open();
  EXPECT_THAT(queue_->given_up(), ElementsAre(given_up));
  queue_->put({kOne}, {}, later(kTriedForMs + kHour));
  EXPECT_EQ(queue_->waiting(), 0U);
}

TEST_F(QueueTest, ANoForGoodEndsItAtOnceAndNothingToTellLeavesNoTrace) {
  queue_->put({kOne, kOther}, {}, kNow);
  fail(kNow, true);
  EXPECT_EQ(queue_->given_up().size(), 1U);
  queue_->drop(queue_->due(kNow, 1).at(0));
  EXPECT_EQ(queue_->waiting(), 0U);
  EXPECT_EQ(queue_->given_up().size(), 1U);
}

}  // namespace
}  // namespace letopis::mail

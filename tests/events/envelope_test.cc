#include "events/envelope.h"

#include <gtest/gtest.h>

#include <limits>

#include "events/trial_events.h"

namespace letopis::events {
namespace {

constexpr std::int64_t kNow = 1'757'939'701'000;

signing::KeyId key(std::string_view whose) { return trial_key(whose).key_id(); }

// Event `index` of `count` of a command, stated when it is recorded.
Envelope envelope(std::uint16_t index, std::uint16_t count, std::uint64_t command = 1) {
  const Event whole = trial_event(plain_mark());
  Envelope event = static_cast<const Envelope&>(whole);
  event.command = {0, command};
  event.index = index;
  event.count = count;
  event.stated = {kNow};
  return event;
}

std::string next(EnvelopeSequence& log, const Envelope& event, std::int64_t recorded = kNow,
                 std::string_view whose = "teacher") {
  return code_of(log.next(event, key(whose), {recorded}));
}

TEST(EnvelopeSequence, StartsEmptyAndCounts) {
  EnvelopeSequence log;
  EXPECT_TRUE(log.whole());
  EXPECT_EQ(log.size(), 0U);
  EXPECT_EQ(log.last_recorded(), std::nullopt);
  EXPECT_EQ(next(log, envelope(0, 2)), "");
  EXPECT_FALSE(log.whole());
  EXPECT_EQ(next(log, envelope(1, 2)), "");
  EXPECT_TRUE(log.whole());
  EXPECT_EQ(log.size(), 2U);
  EXPECT_EQ(log.last_recorded(), Instant{kNow});
}

TEST(EnvelopeSequence, AnEventOfAnotherLogIsRefused) {
  EnvelopeSequence log;
  ASSERT_EQ(next(log, envelope(0, 1)), "");
  Envelope other = envelope(0, 1, 2);
  other.log.bytes.bytes[31] ^= std::byte{1};
  EXPECT_EQ(next(log, other), "entry.log_id");
}

TEST(EnvelopeSequence, RecordedTimeMayStandStillButNotGoBack) {
  EnvelopeSequence log;
  ASSERT_EQ(next(log, envelope(0, 1, 1)), "");
  EXPECT_EQ(next(log, envelope(0, 1, 2), kNow - 1), "entry.time_back");
  EXPECT_EQ(next(log, envelope(0, 1, 2), kNow), "");
  EXPECT_EQ(next(log, envelope(0, 1, 3), kNow + 1), "");
}

TEST(EnvelopeSequence, StatedMayBeFiveMinutesAheadAndNoMore) {
  EnvelopeSequence log;
  Envelope event = envelope(0, 1);
  event.stated = {kNow + 5 * 60 * 1000 + 1};
  EXPECT_EQ(next(log, event), "entry.stated_ahead");
  event.stated = {kNow + 5 * 60 * 1000};
  EXPECT_EQ(next(log, event), "");
}

TEST(EnvelopeSequence, StatedMayLieFarBack) {
  EnvelopeSequence log;
  Envelope event = envelope(0, 1);
  event.stated = {std::numeric_limits<std::int64_t>::min()};
  EXPECT_EQ(next(log, event), "");
  event.stated = {std::numeric_limits<std::int64_t>::max()};
  EXPECT_EQ(next(log, event), "entry.stated_ahead");
}

TEST(EnvelopeSequence, ACommandBeginsAtItsFirstEvent) {
  EnvelopeSequence log;
  EXPECT_EQ(next(log, envelope(1, 2)), "entry.command_torn");
  ASSERT_EQ(next(log, envelope(0, 1, 1)), "");
  EXPECT_EQ(next(log, envelope(1, 2, 2)), "entry.command_torn");
  EXPECT_EQ(next(log, envelope(1, 2, 1)), "entry.command_torn");
}

// The second of three events is there; each of these may not come third.
TEST(EnvelopeSequence, ACommandIsWholeAndInOrder) {
  EnvelopeSequence open;
  ASSERT_EQ(next(open, envelope(0, 3)), "");
  ASSERT_EQ(next(open, envelope(1, 3)), "");
  const auto third = [&](const Envelope& event, std::string_view whose = "teacher") {
    EnvelopeSequence log = open;
    const auto code = next(log, event, kNow, whose);
    EXPECT_EQ(log.whole(), code.empty());
    EXPECT_EQ(log.size(), code.empty() ? 3U : 2U) << "a refusal changes nothing";
    return code;
  };
  EXPECT_EQ(third(envelope(2, 3)), "");
  EXPECT_EQ(third(envelope(0, 1, 2)), "entry.command_torn");  // another command begins
  EXPECT_EQ(third(envelope(2, 3, 2)), "entry.command_torn");  // another command goes on
  EXPECT_EQ(third(envelope(1, 3)), "entry.command_torn");     // twice
  EXPECT_EQ(third(envelope(0, 3)), "entry.command_torn");     // from the beginning
  EXPECT_EQ(third(envelope(3, 4)), "entry.command_torn");     // one left out
  EXPECT_EQ(third(envelope(2, 4)), "entry.command_torn");     // another count
  EXPECT_EQ(third(envelope(2, 3), "deputy"), "entry.command_torn");
  Envelope other = envelope(2, 3);
  other.author = {7};
  EXPECT_EQ(third(other), "entry.command_torn");
  other = envelope(2, 3);
  other.command.high = 1;
  EXPECT_EQ(third(other), "entry.command_torn");
}

TEST(EnvelopeSequence, TheLongestCommandIsWholeAtItsLastEvent) {
  EnvelopeSequence log;
  for (std::uint16_t index = 0; index < kMaxCommandEvents; ++index) {
    ASSERT_EQ(next(log, envelope(index, kMaxCommandEvents)), "");
    ASSERT_EQ(log.whole(), index + 1 == kMaxCommandEvents);
  }
}

TEST(EnvelopeSequence, GoesOnFromWhereItStood) {
  EnvelopeSequence log = EnvelopeSequence::restore(77, envelope(1, 2), key("teacher"), {kNow});
  EXPECT_TRUE(log.whole());
  EXPECT_EQ(log.size(), 77U);
  EXPECT_EQ(log.last_recorded(), Instant{kNow});
  EXPECT_EQ(next(log, envelope(0, 1, 2), kNow - 1), "entry.time_back");
  EXPECT_EQ(next(log, envelope(0, 1, 2), kNow), "");
  EXPECT_EQ(log.size(), 78U);
}

}  // namespace
}  // namespace letopis::events

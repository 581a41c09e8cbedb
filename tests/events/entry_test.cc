#include "events/entry.h"

#include <gtest/gtest.h>

#include "events/trial_events.h"
#include "signing/encoding.h"
#include "signing/merkle.h"

namespace letopis::events {
namespace {

constexpr Instant kRecorded{1'757'939'701'000};

SignedEvent signed_mark() {
  return sign_event(encode(trial_event(full_mark())), trial_key("teacher"));
}

signing::CheckedKey teacher() {
  return *signing::CheckedKey::admit(trial_key("teacher").public_key());
}

TEST(Entry, IsTheFrameAndTheEventsOwnBytes) {
  const auto event = signed_mark();
  const auto entry = make_entry(event, kRecorded);
  std::string expected;
  signing::append_big_endian(expected, 1, 2);
  signing::append_big_endian(expected, 1'757'939'701'000, 6);
  signing::append_bytes(expected, signing::sha256(trial_key("teacher").public_key().view()).view());
  signing::append_bytes(expected, event.signature.view());
  expected += event.bytes;
  EXPECT_EQ(entry, expected);
}

TEST(Entry, IsCutWhereItWasJoined) {
  const auto event = signed_mark();
  const auto entry = make_entry(event, kRecorded);
  const auto parts = cut_entry(bytes_of(entry));
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->recorded, kRecorded);
  EXPECT_EQ(parts->key, event.key);
  EXPECT_EQ(parts->signature, event.signature);
  EXPECT_EQ(text_of(parts->event), event.bytes);
}

TEST(Entry, TheSignatureCoversThePrefixAndTheEvent) {
  RecordProperty("requirement", "ACC-14");
  const auto event = signed_mark();
  EXPECT_EQ(signed_bytes(bytes_of(event.bytes)), "letopis event v1\n" + event.bytes);
  EXPECT_TRUE(teacher().verify(bytes_of("letopis event v1\n" + event.bytes), event.signature));
  EXPECT_FALSE(teacher().verify(bytes_of(event.bytes), event.signature));
  EXPECT_TRUE(verify_event(bytes_of(event.bytes), teacher(), event.signature));
  const auto another = *signing::CheckedKey::admit(trial_key("administrator").public_key());
  EXPECT_FALSE(verify_event(bytes_of(event.bytes), another, event.signature));
}

TEST(Entry, TheFirstAndTheLastMomentFitTheFrame) {
  for (const std::int64_t moment : {std::int64_t{0}, (std::int64_t{1} << 48) - 1}) {
    const auto entry = make_entry(signed_mark(), {moment});
    EXPECT_EQ(cut_entry(bytes_of(entry))->recorded.milliseconds, moment);
  }
}

TEST(EntryDeathTest, AMomentThatDoesNotFitIsABug) {
  EXPECT_DEATH(make_entry(signed_mark(), {-1}), "recorded");
  EXPECT_DEATH(make_entry(signed_mark(), {std::int64_t{1} << 48}), "recorded");
}

TEST(Entry, AWrongSizeIsRefused) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, kEntryFrameBytes, kEntryFrameBytes + kMaxEventBytes + 1}) {
    EXPECT_EQ(code_of(cut_entry(bytes_of(std::string(size, '\0')))), "entry.size") << size;
  }
  for (const std::size_t size : {kEntryFrameBytes + 1, kEntryFrameBytes + kMaxEventBytes}) {
    std::string entry(size, '\0');
    entry[1] = 1;  // the version
    EXPECT_TRUE(cut_entry(bytes_of(entry))) << size;
  }
}

TEST(Entry, TheLargestFitsAnEntryBundle) {
  static_assert(kEntryFrameBytes + kMaxEventBytes <= 65'535);
}

TEST(Entry, AnUnknownVersionIsRefused) {
  for (const std::size_t at : {0U, 1U}) {
    auto entry = make_entry(signed_mark(), kRecorded);
    entry[at] = 2;
    EXPECT_EQ(code_of(cut_entry(bytes_of(entry))), "entry.version");
  }
}

// Any bit of an entry: another leaf, and either refused, or other parts that the signature or the
// key id no longer speak for. Only the recorded moment is the server's word, not the author's.
TEST(Entry, EveryFlippedBitIsSeen) {
  RecordProperty("requirement", "ARC-02 ACC-14");
  const auto event = signed_mark();
  const auto entry = make_entry(event, kRecorded);
  const auto leaf = signing::leaf_hash(bytes_of(entry));
  for (std::size_t bit = 0; bit < entry.size() * 8; ++bit) {
    std::string flipped = entry;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    ASSERT_NE(signing::leaf_hash(bytes_of(flipped)), leaf) << bit;
    const auto parts = cut_entry(bytes_of(flipped));
    if (bit / 8 < 2) {
      ASSERT_EQ(code_of(parts), "entry.version");
      continue;
    }
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->recorded != kRecorded, bit / 8 >= 2 && bit / 8 < 8) << bit;
    ASSERT_EQ(parts->key != event.key, bit / 8 >= 8 && bit / 8 < 40) << bit;
    ASSERT_EQ(verify_event(parts->event, teacher(), parts->signature), bit / 8 < 40) << bit;
  }
}

}  // namespace
}  // namespace letopis::events

// One event has one encoding; all other bytes are refused, with the reason.
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include "events/trial_events.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

constexpr std::size_t kWord = 8;

std::string mark() { return encoded(trial_event(full_mark())); }

std::string words(std::size_t count) { return std::string(count * kWord, '\0'); }

TEST(Decode, BytesThatAreNoWholeWordsAreRefused) {
  EXPECT_EQ(refusal_of(""), "event.size");
  EXPECT_EQ(refusal_of("letopis"), "event.size");
  EXPECT_EQ(refusal_of(mark() + '\0'), "event.size");
  EXPECT_EQ(refusal_of(mark().substr(1)), "event.size");
}

TEST(Decode, WhatIsLongerThanAnyEventIsRefusedBeforeItIsRead) {
  EXPECT_EQ(refusal_of(words(kMaxEventBytes / kWord + 1)), "event.size");
  EXPECT_NE(refusal_of(words(kMaxEventBytes / kWord)), "event.size");
}

TEST(Decode, EveryTruncationIsRefused) {
  const std::string whole = mark();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(refusal_of(std::string_view(whole).substr(0, size)), "") << size;
  }
}

TEST(Decode, ATrailingWordIsRefused) {
  EXPECT_EQ(refusal_of(mark() + words(1)), "event.not_canonical");
}

TEST(Decode, AnEmptyMessageIsRefused) { EXPECT_NE(refusal_of(words(1)), ""); }

// Objects in another order than canonical form has them: the log id after the fact.
TEST(Decode, TheSameValuesInAnotherOrderAreRefused) {
  const Event event = trial_event(plain_mark());
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<wire::Event>();
  root.getFact().initMarkGiven().setLesson(41'207);
  const std::string other = changed(event, [](auto) {});
  ASSERT_EQ(refusal_of(other), "");
  const auto id = event.log.bytes.view();
  root.setLogId({reinterpret_cast<const kj::byte*>(id.data()), id.size()});
  EXPECT_EQ(refusal_of(words_of(message)), "event.not_canonical");
}

// As a builder leaves it, with the zero words at the ends of structs still there.
TEST(Decode, TrailingZeroWordsOfAStructAreRefused) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<wire::Event>();
  root.initLogId(32);
  root.setCount(1);
  root.getFact().initMarkGiven().setLesson(1);  // the words for value, work and permission are 0
  EXPECT_EQ(refusal_of(words_of(message)), "event.not_canonical");
}

TEST(Decode, ASegmentTableIsRefused) {
  const std::string bytes = mark();
  std::string table(4, '\0');  // one segment, and how many words it has
  table += static_cast<char>(bytes.size() / kWord);
  table.append(3, '\0');
  EXPECT_NE(refusal_of(table + bytes), "");
}

TEST(Decode, AFarPointerIsRefused) {
  std::string bytes = mark();
  bytes[0] = 2;  // the root pointer now says: far, in segment 0
  EXPECT_NE(refusal_of(bytes), "");
  // A landing pad one word on, which points to the root struct as it was.
  std::string landed = mark();
  std::string far("\x0A\0\0\0\0\0\0\0", 8);
  EXPECT_NE(refusal_of(far + landed), "");
}

TEST(Decode, AnUnknownBitBesideKnownOnesIsRefused) {
  RemarkConfirmed fact;
  fact.remark = {1};
  fact.settled = true;
  std::string bytes = encoded(trial_event(fact));
  ASSERT_EQ(refusal_of(bytes), "");
  // The fact's only data word: the remark in 32 bits, then the bit "settled", then nothing.
  const std::string word("\x01\0\0\0\x01\0\0\0", 8);
  const auto at = bytes.rfind(word);
  ASSERT_NE(at, std::string::npos);
  bytes[at + 4] = 3;
  EXPECT_EQ(refusal_of(bytes), "event.not_canonical");
  EXPECT_TRUE(decode_form_unchecked(bytes_of(bytes)));  // so somebody must have checked
  EXPECT_TRUE(decode_envelope(bytes_of(bytes)));
}

TEST(Decode, AnEmptyTextIsWrittenInOneWayOnly) {
  TopicSet fact;
  fact.lesson = {1};
  const Event event = trial_event(fact);
  ASSERT_EQ(refusal_of(encoded(event)), "");
  const auto none = changed(event, [](auto root) { root.getFact().getTopicSet().disownTasks(); });
  EXPECT_EQ(refusal_of(none), "event.not_canonical");
}

TEST(Decode, AnEmptyListIsWrittenInOneWayOnly) {
  PersonRegistered fact;
  fact.person = {1};
  const Event event = trial_event(fact);
  ASSERT_EQ(refusal_of(encoded(event)), "");
  const auto none =
      changed(event, [](auto root) { root.getFact().getPersonRegistered().disownFields(); });
  EXPECT_EQ(refusal_of(none), "event.not_canonical");
}

TEST(Decode, AnOrderThatMustBeThereIsNotLeftOut) {
  YearClosed fact;
  fact.year = {1};
  const auto none =
      changed(trial_event(fact), [](auto root) { root.getFact().getYearClosed().disownOrder(); });
  EXPECT_EQ(refusal_of(none), "event.not_canonical");
}

TEST(Decode, AFactWithoutItsStructIsRefused) {
  ClockConfirmed fact;
  const auto none =
      changed(trial_event(fact), [](auto root) { root.getFact().disownClockConfirmed(); });
  EXPECT_EQ(refusal_of(none), "event.not_canonical");
}

// What a later schema adds to a published fact: a reader that cannot know what it says stops.
TEST(Decode, AFieldOfALaterSchemaIsRefused) {
  std::string bytes = encoded(trial_event(SubstitutionSigned{{1}, {2}}));
  // The struct of the fact is one data word and stands last; give it another.
  const std::string word("\x01\0\0\0\x02\0\0\0", 8);
  ASSERT_EQ(bytes.substr(bytes.size() - kWord), word);
  const std::string pointer("\x01\0\0\0", 4);  // words of data: the second half of its pointer
  std::size_t at = bytes.rfind(pointer, bytes.size() - kWord - 1);
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 2;
  bytes += std::string("\x07\0\0\0\0\0\0\0", 8);
  EXPECT_EQ(refusal_of(bytes), "event.not_canonical");
  EXPECT_TRUE(decode_form_unchecked(bytes_of(bytes)));  // so somebody must have checked
  EXPECT_TRUE(decode_envelope(bytes_of(bytes)));
}

// Words of the root struct: the union's tag is a 16-bit number at a place that the schema gives.
std::string with_tag(std::string bytes, std::uint16_t tag) {
  const capnp::StructSchema event = capnp::Schema::from<wire::Event>();
  const auto facts = event.getFieldByName("fact").getType().asStruct();
  const auto offset = facts.getProto().getStruct().getDiscriminantOffset();
  const std::size_t at = kWord + offset * 2;
  bytes[at] = static_cast<char>(tag & 0xFF);
  bytes[at + 1] = static_cast<char>(tag >> 8);
  return bytes;
}

TEST(Decode, AnUnknownFactIsRefusedButItsEnvelopeIsRead) {
  RecordProperty("requirement", "ARC-05");
  const Event event = trial_event(full_mark());
  for (const std::size_t tag : {kFacts, std::size_t{500}, std::size_t{65'535}}) {
    const auto later = with_tag(encoded(event), static_cast<std::uint16_t>(tag));
    EXPECT_EQ(refusal_of(later), "event.fact_unknown") << tag;
    const auto envelope = decode_envelope(bytes_of(later));
    ASSERT_TRUE(envelope) << tag;
    EXPECT_EQ(*envelope, static_cast<const Envelope&>(event));
  }
}

TEST(Decode, ThisProgramKnowsEveryFactOfItsOwnSchema) {
  const capnp::StructSchema event = capnp::Schema::from<wire::Event>();
  EXPECT_EQ(event.getFieldByName("fact").getType().asStruct().getUnionFields().size(), kFacts);
}

TEST(Decode, AnotherStreamThanTheFactsIsRefused) {
  const Event event = trial_event(full_mark());
  const Change changes[] = {
      [](auto root) { root.setStreamKind(static_cast<std::uint16_t>(StreamKind::kLesson)); },
      [](auto root) { root.setStreamKind(999); },
      [](auto root) { root.setStreamA(41'208); },
      [](auto root) { root.setStreamB(1'164); },
      [](auto root) { root.setStreamC(1); },
      [](auto root) { root.getFact().getMarkGiven().setPupil(1'164); },
  };
  for (const auto& change : changes) {
    EXPECT_EQ(refusal_of(changed(event, change)), "event.stream");
  }
}

TEST(Decode, AnIndexPastTheCountIsRefused) {
  const Event event = trial_event(full_mark());
  const auto with = [&](std::uint16_t index, std::uint16_t count) {
    const auto bytes = changed(event, [&](auto root) {
      root.setIndex(index);
      root.setCount(count);
    });
    const auto envelope = code_of(decode_envelope(bytes_of(bytes)));
    EXPECT_EQ(envelope, refusal_of(bytes));
    return envelope;
  };
  EXPECT_EQ(with(0, 1), "");
  EXPECT_EQ(with(0, 0), "event.command");
  EXPECT_EQ(with(1, 1), "event.command");
  EXPECT_EQ(with(3, 2), "event.command");
  EXPECT_EQ(with(16'383, 16'384), "");
  EXPECT_EQ(with(0, 16'385), "event.command");
  EXPECT_EQ(with(65'535, 65'535), "event.command");
}

TEST(Decode, ALogIdOfAnotherLengthIsRefused) {
  for (const std::size_t size : {0U, 31U, 33U}) {
    const auto bytes = changed(trial_event(full_mark()),
                               [&](auto root) { root.initLogId(static_cast<unsigned>(size)); });
    EXPECT_EQ(refusal_of(bytes), "event.log_id") << size;
    EXPECT_EQ(code_of(decode_envelope(bytes_of(bytes))), "event.log_id") << size;
  }
}

}  // namespace
}  // namespace letopis::events

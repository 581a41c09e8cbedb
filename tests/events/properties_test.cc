// What holds of any fact whatever.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "events/fact_filling.h"
#include "events/golden_file.h"
#include "events/trial_events.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

template <class Integer>
Integer any(Integer from, Integer to) {
  return *rc::gen::inRange<Integer>(from, to);
}

class AnyFilling final : public Filling {
 public:
  std::uint32_t number(std::string_view) override { return *rc::gen::nonZero<std::uint32_t>(); }
  std::uint64_t integer(std::string_view, std::uint64_t most) override {
    return *rc::gen::arbitrary<std::uint64_t>() & most;
  }
  std::int32_t day(std::string_view) override { return *rc::gen::nonZero<std::int32_t>(); }
  std::int64_t moment(std::string_view) override { return *rc::gen::arbitrary<std::int64_t>(); }
  bool yes(std::string_view) override { return *rc::gen::arbitrary<bool>(); }
  std::string text(std::string_view) override {
    constexpr std::string_view pieces[] = {"а", "Ё", "z", " ", "\n",
                                           "«", "№", "5", "€", "\U0001F4D6"};
    std::string text;
    for (auto left = any<std::size_t>(0, 12); left > 0; --left) {
      text += pieces[any<std::size_t>(0, std::size(pieces))];
    }
    return text;
  }
  std::array<std::byte, 32> bytes(std::string_view) override {
    std::array<std::byte, 32> bytes{};
    for (auto& one : bytes) one = static_cast<std::byte>(any<int>(0, 256));
    return bytes;
  }
  std::size_t word(std::string_view, std::size_t words) override {
    return any<std::size_t>(0, words);
  }
  bool present(std::string_view) override { return *rc::gen::arbitrary<bool>(); }
  std::size_t items(std::string_view) override { return any<std::size_t>(0, 6); }
};

Event any_event() {
  AnyFilling filling;
  Event event = trial_event(fill_fact(any<std::size_t>(0, kFacts), filling));
  event.log.bytes.bytes = filling.bytes("log");
  event.version = *rc::gen::arbitrary<std::uint32_t>();
  event.command = {*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint64_t>()};
  event.count = any<std::uint16_t>(1, kMaxCommandEvents + 1);
  event.index = any<std::uint16_t>(0, event.count);
  event.author = {*rc::gen::arbitrary<std::uint32_t>()};
  event.stated = {filling.moment("stated")};
  return event;
}

RC_GTEST_PROP(Event, SurvivesItsBytes, ()) {
  const Event event = any_event();
  const auto bytes = encode(event);
  const auto decoded = decode(bytes);
  RC_ASSERT(decoded.has_value());
  RC_ASSERT(*decoded == event);
  RC_ASSERT(encode(*decoded) == bytes);
  RC_ASSERT(*decode_envelope(bytes) == static_cast<const Envelope&>(event));
}

RC_GTEST_PROP(Event, WithOneBitFlippedIsRefusedOrAnother, ()) {
  const Event event = any_event();
  auto bytes = encode(event);
  const auto bit = any<std::size_t>(0, bytes.size() * 8);
  bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
  const auto decoded = decode(bytes);
  if (!decoded) return;
  RC_ASSERT(*decoded != event);
  RC_ASSERT(encode(*decoded) == bytes);
}

RC_GTEST_PROP(Event, WithAnyBytesChangedIsRefusedOrTheseBytesAgain, ()) {
  auto bytes = encode(any_event());
  for (auto left = any<int>(1, 8); left > 0; --left) {
    bytes[any<std::size_t>(0, bytes.size())] = static_cast<std::byte>(any<int>(0, 256));
  }
  if (const auto decoded = decode(bytes)) RC_ASSERT(encode(*decoded) == bytes);
}

RC_GTEST_PROP(Entry, IsCutIntoWhatItWasMadeOf, ()) {
  AnyFilling filling;
  SignedEvent event;
  event.bytes = text_of(encode(any_event()));
  event.key.digest.bytes = filling.bytes("key");
  for (auto& one : event.signature.bytes) one = static_cast<std::byte>(any<int>(0, 256));
  const Instant recorded{any<std::int64_t>(0, std::int64_t{1} << 48)};
  const auto entry = make_entry(event, recorded);
  const auto parts = cut_entry(bytes_of(entry));
  RC_ASSERT(parts.has_value());
  const SignedEvent again{std::string(text_of(parts->event)), parts->key, parts->signature};
  RC_ASSERT(again == event);
  RC_ASSERT(make_entry(again, parts->recorded) == entry);
}

RC_GTEST_PROP(Entry, AnyBytesAreRefusedOrMadeTheSameAgain, ()) {
  auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  bytes.insert(0, std::string(any<std::size_t>(0, 2) * kEntryFrameBytes, '\0'));
  const auto parts = cut_entry(bytes_of(bytes));
  if (!parts) return;
  const SignedEvent again{std::string(text_of(parts->event)), parts->key, parts->signature};
  RC_ASSERT(make_entry(again, parts->recorded) == bytes);
}

// Not a sample: every bit of a full event of every fact.
TEST(Event, EveryBitOfEveryGoldenCounts) {
  for (std::size_t ordinal = 0; ordinal < kFacts; ++ordinal) {
    const Event event = trial_event(full_fact(ordinal));
    auto bytes = encode(event);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      const auto mask = static_cast<std::byte>(1u << (bit % 8));
      bytes[bit / 8] ^= mask;
      const auto decoded = decode(bytes);
      ASSERT_TRUE(!decoded || *decoded != event) << ordinal << ", bit " << bit;
      bytes[bit / 8] ^= mask;
    }
  }
}

}  // namespace
}  // namespace letopis::events

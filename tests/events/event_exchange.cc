// Events made and read by this program for others that do the same: each line a whole canonical
// event in hexadecimal.
//   event_exchange make SEED COUNT   prints as many events of any facts, the same for the same seed
//   event_exchange check             reads such lines and says of each "ok", or the code of its
//   refusal
#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include "events/codec.h"
#include "events/fact_filling.h"
#include "events/trial_events.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

class RandomFilling final : public Filling {
 public:
  explicit RandomFilling(std::uint64_t seed) : random_(seed) {}

  std::uint32_t number(std::string_view) override {
    const auto drawn = static_cast<std::uint32_t>(any());
    return drawn == 0 ? 1 : drawn;
  }
  std::uint64_t integer(std::string_view, std::uint64_t most) override { return any() & most; }
  std::int32_t day(std::string_view) override {
    const auto drawn = static_cast<std::int32_t>(any());
    return drawn == 0 ? 1 : drawn;
  }
  std::int64_t moment(std::string_view) override { return static_cast<std::int64_t>(any()); }
  bool yes(std::string_view) override { return below(2) == 1; }
  std::string text(std::string_view) override {
    constexpr std::string_view pieces[] = {"а", "Ё", "z", " ", "\n",
                                           "«", "№", "5", "€", "\U0001F4D6"};
    std::string text;
    for (std::size_t left = below(12); left > 0; --left) text += pieces[below(std::size(pieces))];
    return text;
  }
  std::array<std::byte, 32> bytes(std::string_view) override {
    std::array<std::byte, 32> bytes{};
    for (auto& one : bytes) one = static_cast<std::byte>(below(256));
    return bytes;
  }
  std::size_t word(std::string_view, std::size_t words) override { return below(words); }
  bool present(std::string_view) override { return below(2) == 1; }
  std::size_t items(std::string_view) override { return below(6); }

  // Zero, the most and small numbers come often: they are where an encoding ends.
  std::uint64_t any() {
    switch (below(4)) {
      case 0: return 0;
      case 1: return std::numeric_limits<std::uint64_t>::max() - below(2);
      case 2: return below(1000);
      default: return random_();
    }
  }
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }

 private:
  std::mt19937_64 random_;
};

Event drawn(std::size_t fact, RandomFilling& filling) {
  Event event = trial_event(fill_fact(fact, filling));
  event.log.bytes.bytes = filling.bytes("log");
  event.version = static_cast<std::uint32_t>(filling.any());
  event.command = {filling.any(), filling.any()};
  event.count = static_cast<std::uint16_t>(1 + filling.below(kMaxCommandEvents));
  event.index = static_cast<std::uint16_t>(filling.below(event.count));
  event.author = {static_cast<std::uint32_t>(filling.any())};
  event.stated = {filling.moment("stated")};
  return event;
}

void make(std::uint64_t seed, std::size_t count) {
  RandomFilling filling(seed);
  for (std::size_t i = 0; i < count; ++i) {
    std::cout << signing::to_hex(encode(drawn(i % kFacts, filling))) << '\n';
  }
}

std::string judged(std::string_view line) {
  const auto bytes = signing::from_hex(line);
  if (!bytes) return bytes.refusal().code;
  const auto event = decode(*bytes);
  if (!event) return event.refusal().code;
  return encode(*event) == *bytes ? "ok" : "encoded otherwise";
}

}  // namespace
}  // namespace letopis::events

int main(int count, char** words) {
  const std::string_view deed = count > 1 ? words[1] : "";
  if (deed == "make" && count == 4) {
    letopis::events::make(std::stoull(words[2]), std::stoull(words[3]));
    return 0;
  }
  if (deed == "check" && count == 2) {
    for (std::string line; std::getline(std::cin, line);) {
      std::cout << letopis::events::judged(line) << '\n';
    }
    return 0;
  }
  std::cerr << "usage: event_exchange make SEED COUNT | event_exchange check\n";
  return 64;
}

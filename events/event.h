// An event: what a person states, ready to be signed. docs/event-format.md has its bytes.
#pragma once

#include <cstdint>

#include "events/facts.h"
#include "events/identifiers.h"
#include "events/stream.h"

namespace letopis::events {

// Limits that every reader and writer of events keeps.
inline constexpr std::size_t kMaxEventBytes = 65'000;  // so that its entry fits an entry bundle
inline constexpr std::uint16_t kMaxCommandEvents = 16'384;
inline constexpr std::size_t kMaxTextBytes = 4'000;  // one public text in a fact
inline constexpr std::size_t kMaxListItems = 4'096;  // one list in a fact

// All of an event but the fact: enough to prove integrity without knowing the schema of facts.
struct Envelope {
  LogId log;
  Stream stream;
  std::uint32_t version = 0;  // in the stream, from 1
  CommandId command;
  std::uint16_t index = 0;  // in the command, from 0
  std::uint16_t count = 1;  // events of the command
  PersonNumber author;
  Instant stated;  // the author's clock

  bool operator==(const Envelope&) const = default;
};

struct Event : Envelope {
  Fact fact;
  bool operator==(const Event&) const = default;
};

// An event in its place in the log, as projections are given it.
struct RecordedEvent {
  Position position;
  Instant recorded;
  KeyNumber key;  // that signed it
  Event event;
};

}  // namespace letopis::events

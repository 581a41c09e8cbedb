// Facts put into the events of one command, with their streams and versions, ready to be signed.
#pragma once

#include <functional>
#include <vector>

#include "events/event.h"

namespace letopis::hosting {

// How many events a stream has in the log already.
using VersionOf = std::function<std::uint32_t(const events::Stream& stream)>;

// What all events of one command share.
struct CommandHead {
  events::LogId log;
  events::PersonNumber author;
  events::CommandId command;
  events::Instant stated;
};

// In their order. Requires: between 1 and events::kMaxCommandEvents facts.
std::vector<events::Event> framed(const std::vector<events::Fact>& facts, const CommandHead& head,
                                  const VersionOf& version_of);

}  // namespace letopis::hosting

#include "hosting/framing.h"

#include <map>

#include "outcome/invariant.h"

namespace letopis::hosting {

std::vector<events::Event> framed(const std::vector<events::Fact>& facts, const CommandHead& head,
                                  const VersionOf& version_of) {
  INVARIANT(!facts.empty() && facts.size() <= events::kMaxCommandEvents);
  std::map<events::Stream, std::uint32_t> versions;
  std::vector<events::Event> out;
  out.reserve(facts.size());
  events::Event event;
  event.log = head.log;
  event.command = head.command;
  event.count = static_cast<std::uint16_t>(facts.size());
  event.author = head.author;
  event.stated = head.stated;
  for (const auto& fact : facts) {
    event.stream = events::stream_of(fact);
    const auto [at, is_new] = versions.try_emplace(event.stream, 0U);
    if (is_new) at->second = version_of(event.stream);
    event.version = ++at->second;
    event.fact = fact;
    out.push_back(event);
    ++event.index;
  }
  return out;
}

}  // namespace letopis::hosting

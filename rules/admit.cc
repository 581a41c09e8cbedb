#include "rules/admit.h"

#include "rules/hearing.h"

namespace letopis::rules {

Outcome admit(std::span<const events::Event> command, const events::ViewReader& views,
              events::Instant now) {
  std::vector<const events::Fact*> facts;
  std::vector<std::uint32_t> versions;
  facts.reserve(command.size());
  versions.reserve(command.size());
  for (const auto& event : command) {
    facts.push_back(&event.fact);
    versions.push_back(event.version);
  }
  return Hearing(command.front().author, now, views).hear(facts, versions);
}

}  // namespace letopis::rules

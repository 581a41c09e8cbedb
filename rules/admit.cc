#include "rules/admit.h"

#include "rules/command_texts.h"
#include "rules/hearing.h"

namespace letopis::rules {
namespace {

Outcome heard(std::span<const events::Event> command, Hearing&& hearing) {
  std::vector<const events::Fact*> facts;
  std::vector<std::uint32_t> versions;
  facts.reserve(command.size());
  versions.reserve(command.size());
  for (const auto& event : command) {
    facts.push_back(&event.fact);
    versions.push_back(event.version);
  }
  return hearing.hear(facts, versions);
}

}  // namespace

Outcome admit(std::span<const events::Event> command, std::span<const events::PrivateText> texts,
              const events::ViewReader& views, events::Instant now) {
  const CommandTexts came(texts);
  return heard(command, Hearing(command.front().author, now, views, &came));
}

Outcome Admission::operator()(std::span<const events::Event> command,
                              std::span<const events::PrivateText> texts,
                              const events::ViewReader& views, events::Instant now) {
  kept_.look(views);
  const CommandTexts came(texts);
  return heard(command, Hearing(command.front().author, now, views, &came, &kept_));
}

}  // namespace letopis::rules

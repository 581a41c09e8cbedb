#include "rules/propose.h"

#include <fmt/format.h>

#include "rules/hearing.h"

namespace letopis::rules {
namespace {

Result<std::vector<events::Fact>> facts_of(const StateFacts& wish, events::PersonNumber,
                                           const SchoolNow&) {
  return wish.facts;
}

Outcome check_size(const std::vector<events::Fact>& facts) {
  if (facts.empty()) {
    return Refusal{"command.empty",
                   {"команда ничего не меняет", "the command would state nothing"}};
  }
  if (facts.size() > events::kMaxCommandEvents) {
    return Refusal{"command.too_large",
                   {fmt::format("в команде {} фактов, а бывает не больше {}", facts.size(),
                                events::kMaxCommandEvents),
                    fmt::format("the command has {} facts, {} are the most", facts.size(),
                                events::kMaxCommandEvents)}};
  }
  return Done{};
}

}  // namespace

Result<std::vector<events::Fact>> propose(const Command& command, const Asker& asker,
                                          const events::ViewReader& views) {
  const SchoolNow school(views, asker.now);
  auto facts =
      std::visit([&](const auto& wish) { return facts_of(wish, asker.person, school); }, command);
  if (!facts) return facts;
  if (auto fits = check_size(*facts); !fits) return fits.refusal();
  Numbers numbers(school.directory());
  for (events::Fact& fact : *facts) numbers.give(fact);
  std::vector<const events::Fact*> heard;
  heard.reserve(facts->size());
  for (const events::Fact& fact : *facts) heard.push_back(&fact);
  if (auto allowed = Hearing(asker.person, asker.now, views, asker.texts).hear(heard); !allowed) {
    return allowed.refusal();
  }
  return facts;
}

}  // namespace letopis::rules

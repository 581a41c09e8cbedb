#include "trial/scribe.h"

#include <fmt/format.h>

#include "events/event.h"

namespace letopis::trial {

Scribe::Scribe(std::uint64_t seed, const std::function<void(Command)>& give, Summary& summary)
    : give_(give),
      summary_(summary),
      salts_(stream(seed, Purpose::kSalts)),
      ids_(stream(seed, Purpose::kCommands)),
      ids_in_vain_(stream(seed, Purpose::kCommands, 1)) {}

events::Commitment Scribe::secret(events::PersonNumber about, std::string text) {
  events::PrivateText& kept = texts_.emplace_back();
  kept.about = about;
  kept.text = std::move(text);
  salts_.fill(kept.salt);
  return events::commit(kept);
}

events::Order Scribe::order(std::string_view kind, events::Day day) {
  return {fmt::format("{}-{}", ++orders_, kind), day};
}

Command Scribe::command_of(Moment when, Author author, std::vector<events::Fact> facts,
                           Random& ids) {
  INVARIANT(!facts.empty() && facts.size() <= events::kMaxCommandEvents);
  INVARIANT(last_said_ <= when.at && when.stated <= when.at);
  last_said_ = when.at;
  constexpr unsigned random_bits = 16;
  Command command;
  command.author = author.person;
  command.author_key = author.key;
  const std::uint64_t random = ids.next();
  command.id.high = (static_cast<std::uint64_t>(when.stated.milliseconds) << random_bits) |
                    (random >> (64 - random_bits));
  command.id.low = ids.next();
  command.at = when.at;
  command.stated = when.stated;
  command.facts = std::move(facts);
  command.texts = std::exchange(texts_, {});
  return command;
}

void Scribe::say(Moment when, Author author, std::vector<events::Fact> facts) {
  Command command = command_of(when, author, std::move(facts), ids_);
  ++summary_.commands;
  summary_.events += command.facts.size();
  for (const events::Fact& fact : command.facts) ++summary_.facts[events::name_of(fact)];
  give_(std::move(command));
}

void Scribe::try_in_vain(Moment when, Author author, std::vector<events::Fact> facts,
                         std::string_view refusal) {
  Command command = command_of(when, author, std::move(facts), ids_in_vain_);
  command.in_vain = refusal;
  ++summary_.in_vain[refusal];
  give_(std::move(command));
}

}  // namespace letopis::trial

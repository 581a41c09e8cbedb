// Who acts in the simulation, and all the ways in which they act well or badly.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "regulations/regulation_text.h"
#include "simulation/founding.h"
#include "simulation/model.h"
#include "simulation/wishes.h"

namespace letopis::simulation {

// Makes signed commands out of chance and what the model knows. What the rules let through is
// signed as it was proposed; what they refuse now and then is signed all the same. The same chance,
// the same bytes.
class Authors {
 public:
  Authors(Random& random, const Model& model, events::LogId log);

  // The commands with which a school begins under that regulation, in their order.
  std::vector<FoundingStep> founding_steps(const std::string& origin,
                                           const regulations::RegulationText& regulation);
  // One of them signed. Requires: those before it stand in the log.
  Sent found(const FoundingStep& step, events::Instant now);

  // Some command, good or bad, stated at that moment.
  Sent any(events::Instant now);
  // One that the rules allow, as far as the model knows.
  Sent good(events::Instant now);
  // A command that was accepted, to be sent once more.
  void remember(const Sent& sent) { accepted_.push_back(sent); }

 private:
  struct Draft {
    events::PersonNumber author;
    std::vector<events::Fact> facts;
    std::vector<events::PrivateText> texts = {};
    events::CommandId id = {};
    events::Instant stated = {};
    std::optional<Heard> heard = {};
  };
  Draft draft(events::PersonNumber author, std::vector<events::Fact> facts, events::Instant now);
  // The facts of a wish and what the rules say of them. Empty iff it makes none: what it speaks of
  // is not there.
  std::optional<Draft> proposed(const Wish& wish, events::Instant now);
  Sent sign(const Draft& draft, const signing::PrivateKey& key) const;
  Sent sign(const Draft& draft) const { return sign(draft, key_in_use(draft.author)); }
  static Sent spoilt(Sent sent, std::string refusal);

  Sent wished(events::Instant now);
  Sent forged_wish(events::Instant now);
  Sent with_text(events::Instant now);
  Sent with_wrong_key(events::Instant now);
  Sent new_key(events::Instant now);
  Sent stolen_key(events::Instant now);
  Sent known_again(events::Instant now);
  Sent too_late(events::Instant now);
  const signing::PrivateKey& key_in_use(events::PersonNumber author) const;
  signing::PrivateKey make_key();

  Random& random_;
  const Model& model_;
  const events::LogId log_;
  Wishes wishes_;
  std::map<events::PersonNumber, std::vector<signing::PrivateKey>> keys_;  // oldest first
  std::vector<Sent> accepted_;
};

}  // namespace letopis::simulation

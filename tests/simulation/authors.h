// Who acts in the simulation, and all the ways in which they act well or badly.
#pragma once

#include <string>
#include <vector>

#include "simulation/memory_disk.h"
#include "simulation/model.h"

namespace letopis::simulation {

// Makes signed commands out of chance and what the model knows. The same chance, the same bytes.
class Authors {
 public:
  Authors(Random& random, const Model& model, events::LogId log)
      : random_(random), model_(model), log_(log) {}

  // The first two commands: the log is started, everybody's key enrolled.
  Sent start(const std::string& origin);
  Sent enrol();
  // Some command, good or bad, stated at that moment.
  Sent any(events::Instant now);
  // One that must be accepted, whatever was before.
  Sent good(events::Instant now);
  // A command that was accepted, once more.
  void remember(const Sent& sent) { accepted_.push_back(sent); }

 private:
  struct Author {
    events::PersonNumber number;
    std::vector<signing::PrivateKey> keys;  // the last one is in use once the log knows it
  };
  struct Draft {
    std::size_t author = 0;
    std::vector<events::Fact> facts;
    std::vector<events::PrivateText> texts = {};
    events::CommandId id = {};
    events::Instant stated = {};
  };
  Sent sign(const Draft& draft, const signing::PrivateKey& key) const;
  Draft draft(std::vector<events::Fact> facts, events::Instant now);
  Draft marks(events::Instant now);
  Draft with_texts(events::Instant now);
  Sent with_wrong_key(events::Instant now);
  Sent spoilt(Sent sent, std::string refusal) const;
  Sent new_key(events::Instant now);
  Sent known_again(events::Instant now);
  events::PrivateText text();
  const signing::PrivateKey& key_in_use(std::size_t author) const;
  signing::PrivateKey make_key();
  std::size_t teacher() { return 2 + below(random_, 2); }

  Random& random_;
  const Model& model_;
  const events::LogId log_;
  std::vector<Author> authors_;  // founder, director, two teachers
  std::vector<Sent> accepted_;
};

}  // namespace letopis::simulation

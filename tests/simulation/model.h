// What the log must be, in plain maps: a second, simple telling of what the ledger promises,
// without disk, batches or proofs. The rules it asks on views of its own, kept in memory and by
// nobody remembered.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "projections/memory_views.h"
#include "simulation/standing.h"

namespace letopis::simulation {

// What the rules said of some facts when their author made them: what they said then is what they
// must say at the door, while the log stands where it stood.
struct Heard {
  std::uint64_t log_size = 0;
  events::Instant now;
  std::string refusal;  // its code; empty: allowed
};

// A command as its author meant it, beside what is handed to the ledger.
struct Sent {
  ledger::Command command;
  std::vector<events::Event> events;
  std::string refused_at_once;  // what the ledger must answer before it looks at the log; or empty
  std::optional<Heard> heard = {};  // empty: nobody asked, or it was signed otherwise than proposed
};

// What the ledger must answer.
struct Expected {
  std::string refusal;  // its code; empty: accepted
  events::Position first;
  events::Instant recorded;
  bool seen_before = false;
  bool judged = false;  // the rules were asked, and the refusal, if any, is theirs
};

class Model {
 public:
  explicit Model(events::LogId log);

  Expected expect(const Sent& sent, events::Instant now) const;
  // The command is in the log from here on.
  void take(const Sent& sent, events::Instant recorded);

  // When something would be recorded that comes now.
  events::Instant recorded(events::Instant now) const;
  const projections::MemoryViews& views() const { return views_; }
  // Every fact of the log, in its order.
  const std::vector<TakenFact>& facts() const { return facts_; }

  std::uint64_t size() const { return entries_.size(); }
  const std::string& event_at(std::uint64_t position) const { return entries_[position].bytes; }
  events::Instant recorded_at(std::uint64_t position) const { return entries_[position].recorded; }
  std::uint32_t version_of(const events::Stream& stream) const;
  bool erased(events::PersonNumber person) const { return erased_.contains(person); }
  // The key may sign now.
  bool is_in_force(const signing::KeyId& key) const;

  struct Entry {
    std::string bytes;
    events::Instant recorded;
  };
  using CommandName = std::pair<events::PersonNumber, events::CommandId>;
  const std::vector<Entry>& entries() const { return entries_; }
  const std::map<CommandName, ledger::CommandPlace>& commands() const { return commands_; }
  const std::map<events::Stream, std::vector<events::Position>>& streams() const {
    return streams_;
  }
  const std::vector<events::PrivateText>& texts() const { return texts_; }

 private:
  struct Key {
    events::PersonNumber person;
    std::uint32_t number = 0;  // in the order in which the log brings them
    bool ended = false;
  };
  using Keys = std::map<signing::KeyId, Key>;
  std::string seen(const Sent& sent, const ledger::CommandPlace& place) const;
  std::string versions(const Sent& sent) const;
  std::string keys(const Sent& sent) const;
  static std::string turn(Keys& keys, const events::Fact& fact);
  static std::string end(Keys& keys, const signing::KeyId& key, events::PersonNumber person);
  void fold(const events::Event& event, const signing::KeyId& key, events::Instant recorded);

  events::LogId log_;
  const std::vector<events::Projection> projections_;
  projections::MemoryViews views_;
  std::vector<Entry> entries_;
  std::vector<TakenFact> facts_;
  std::map<CommandName, ledger::CommandPlace> commands_;
  std::map<events::Stream, std::vector<events::Position>> streams_;
  Keys keys_;
  std::vector<events::PrivateText> texts_;
  std::set<events::PersonNumber> erased_;
};

}  // namespace letopis::simulation

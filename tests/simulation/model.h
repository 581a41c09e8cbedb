// What the log must be, in plain maps: a second, simple telling of what the ledger promises,
// without disk, batches or proofs.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace letopis::simulation {

// A command as its author meant it, beside what is handed to the ledger.
struct Sent {
  ledger::Command command;
  std::vector<events::Event> events;
  std::string refused_at_once;  // what the ledger must answer before it looks at the log; or empty
};

// What the ledger must answer.
struct Expected {
  std::string refusal;  // its code; empty: accepted
  events::Position first;
  events::Instant recorded;
  bool seen_before = false;
};

class Model {
 public:
  static constexpr std::uint32_t kNobody = 99;  // marks about this pupil are not admitted

  explicit Model(events::LogId log) : log_(log) {}

  Expected expect(const Sent& sent, events::Instant now) const;
  // The command is in the log from here on.
  void take(const Sent& sent, events::Instant recorded);

  std::uint64_t size() const { return entries_.size(); }
  const std::string& event_at(std::uint64_t position) const { return entries_[position].bytes; }
  events::Instant recorded_at(std::uint64_t position) const { return entries_[position].recorded; }
  std::uint32_t version_of(const events::Stream& stream) const;
  bool erased(events::PersonNumber person) const { return erased_.contains(person); }
  bool knows(const signing::KeyId& key) const { return keys_.contains(key); }

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
    bool ended = false;
  };
  using Keys = std::map<signing::KeyId, Key>;
  std::string seen(const Sent& sent, const ledger::CommandPlace& place) const;
  std::string versions(const Sent& sent) const;
  std::string keys(const Sent& sent) const;
  static std::string turn(Keys& keys, const events::Fact& fact);

  events::LogId log_;
  std::vector<Entry> entries_;
  std::map<CommandName, ledger::CommandPlace> commands_;
  std::map<events::Stream, std::vector<events::Position>> streams_;
  Keys keys_;
  std::vector<events::PrivateText> texts_;
  std::set<events::PersonNumber> erased_;
};

}  // namespace letopis::simulation

// A trial school's log kept in memory, honest or not: whoever holds it can say anything in it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "archive/log_source.h"
#include "events/entry.h"
#include "events/event.h"
#include "events/key_standing.h"
#include "trial/year.h"

namespace letopis::archive {

// A plain value; one thread at a time.
class MemoryLog {
 public:
  explicit MemoryLog(const trial::Settings& settings);

  const events::LogId& id() const { return id_; }
  const std::string& origin() const { return origin_; }
  // The key that signs checkpoints and volumes: whoever stole it can sign any.
  signing::PrivateKey log_key() const;
  signing::PrivateKey key_of(events::PersonNumber person, unsigned which = 0) const;

  // Signed by its author and recorded, as a server does.
  void record(const trial::Command& command);
  // The director states these facts in one command, a second after the last entry.
  void state(std::vector<events::Fact> facts);
  // The next event of its stream by that author, signed with any key, recorded at any moment.
  events::Event next_event(events::Fact fact, events::PersonNumber author) const;
  void append(const events::Event& event, const signing::PrivateKey& key, events::Instant recorded);

  std::uint64_t size() const { return entries.size(); }
  events::Instant last_recorded() const;
  events::Event event(std::uint64_t position) const;
  // The first entry from `from` on whose fact is of that name.
  std::uint64_t find(std::string_view fact, std::uint64_t from = 0) const;
  // The entry says something else; the author's signature stays as it was.
  void falsify(std::uint64_t position, const std::function<void(events::Event&)>& change);

  std::string checkpoint() const;
  LogSource source() const;
  events::KeyStandings keys() const;

  // The entries themselves, free to be changed.
  std::vector<std::string> entries;

  static constexpr events::PersonNumber kDirector{1};

 private:
  std::uint32_t next_version(const events::Stream& stream) const;

  trial::Settings settings_;
  events::LogId id_;
  std::string origin_;
  std::map<events::Stream, std::uint32_t> versions_;
  std::uint64_t counted_ = 0;  // entries of which `versions_` knows
};

}  // namespace letopis::archive

// A log followed entry by entry, trusting nothing: what must hold between entries whatever their
// facts say. Shared by the check of a live log and by that of an archive.
//
//   for each entry:   hash(leaf)  ─▶  take(…) or take_unknown(…) or lose(…)
//   at the end:       finish()
#pragma once

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "audit/findings.h"
#include "events/entry.h"
#include "events/envelope.h"
#include "events/key_standing.h"
#include "events/log_origin.h"
#include "signing/merkle.h"

namespace letopis::audit {

struct StreamHash {
  std::size_t operator()(const events::Stream& stream) const noexcept;
};

// One thread at a time. What is wrong goes to the findings, under "entries".
class LogFold {
 public:
  explicit LogFold(Findings& findings) : findings_(findings) {}

  // Remembers the root of the tree of that size when it comes by. Requires: it has not gone by.
  void watch(std::uint64_t size);
  // Empty iff the size was not watched or not reached.
  std::optional<signing::Digest> root_at(std::uint64_t size) const;

  // The next entry joins the tree; hashes of tiles that it completes are added to `completed`.
  void hash(const signing::Digest& leaf, std::vector<signing::TileHash>& completed);

  // The entry just hashed says this. The key to check its signature by, or empty iff there is none
  // that may sign here (which is a finding).
  std::optional<signing::CheckedKey> take(const events::EntryParts& parts,
                                          const events::Event& event);
  // It brings a fact of a later schema: it is whole, and whose it is; what it says is not known.
  std::optional<signing::CheckedKey> take_unknown(const events::EntryParts& parts,
                                                  const events::Envelope& event,
                                                  const Refusal& unknown);
  // It says nothing that could be followed; what comes after it is still hashed.
  void lose(const Refusal& why);

  // After the last entry: the last command is whole, and no command stands twice.
  void finish();

  std::uint64_t size() const { return frontier_.size(); }
  const signing::MerkleFrontier& frontier() const { return frontier_; }
  const events::KeyStandings& keys() const { return keys_; }
  const events::LogOrigin& origin() const { return origin_; }
  bool trial() const { return trial_; }
  std::uint64_t streams() const { return versions_.size(); }
  std::uint64_t commands() const { return commands_.size(); }
  bool lost() const { return lost_; }          // of some entry it is not known what it says
  bool readable() const { return readable_; }  // false: from some entry on nothing may be folded

 private:
  struct CommandName {
    events::PersonNumber author;
    events::CommandId id;
    events::Position first;
  };

  events::Position position() const { return {frontier_.size() - 1}; }
  void hold(const Outcome& outcome);
  void check_sequence(const events::EntryParts& parts, const events::Envelope& event);
  void check_version(const events::Envelope& event);
  std::optional<signing::CheckedKey> standing(const events::EntryParts& parts,
                                              const events::Envelope& event);
  void check_commands_once();

  Findings& findings_;
  signing::MerkleFrontier frontier_;
  signing::MerkleFrontier before_;  // without the last entry
  std::map<std::uint64_t, std::optional<signing::Digest>> roots_;
  events::EnvelopeSequence sequence_;
  events::KeyStandings keys_;
  std::unordered_map<events::Stream, std::uint32_t, StreamHash> versions_;
  std::unordered_map<signing::KeyId, signing::CheckedKey> checked_;
  std::vector<CommandName> commands_;
  events::LogOrigin origin_;
  bool trial_ = false;
  bool lost_ = false;
  bool readable_ = true;
  bool lost_before_ = false;  // the entry before this one could not be read
};

}  // namespace letopis::audit

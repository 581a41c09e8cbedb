// The entries of a log that comes back, each held against those before it and written with the rows
// that follow from it.
#pragma once

#include <rocksdb/write_batch.h>

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "events/entry.h"
#include "events/envelope.h"
#include "events/log_origin.h"
#include "ledger/entry_rows.h"
#include "ledger/promises.h"

namespace letopis::ledger {

// One thread. Borrows the store, which nobody else writes.
class RestoredRows {
 public:
  explicit RestoredRows(const Store& store) : store_(store) {}

  // Refuses what envelope, stream versions, key standing and names refuse (entry.*, event.*, key.*,
  // log.*, stream.version), and command.reused. Nothing of the entry is then written; the log is to
  // be given up. The event's form is left to whoever folds the views. Throws StoreFailure.
  Outcome take(std::string_view entry);

  // Places the empty rows that stand for erased texts, and sees to it that all lies on the disk.
  // Throws StoreFailure.
  void finish();

  bool whole() const { return sequence_.whole(); }
  const signing::MerkleFrontier& tree() const { return tree_; }
  const events::LogOrigin& origin() const { return origin_; }
  const events::KeyStandings& keys() const { return keys_; }
  const Promises& promises() const { return promises_; }
  bool trial() const { return trial_; }

 private:
  Outcome check(const events::Event& event, const events::EntryParts& parts);
  Outcome check_version(const events::Event& event);
  Outcome check_command(const events::Event& event);
  Outcome check_key(const events::Event& event, const signing::KeyId& key);
  void write_when_full(std::size_t limit);

  const Store& store_;
  rocksdb::WriteBatch batch_;
  EntryRows rows_{store_, batch_};
  signing::MerkleFrontier tree_;
  events::EnvelopeSequence sequence_;
  events::LogOrigin origin_;
  events::KeyStandings keys_;
  std::map<events::Stream, std::uint32_t> versions_;
  std::set<std::pair<events::PersonNumber, events::CommandId>> commands_;
  Promises promises_;
  bool trial_ = false;
};

}  // namespace letopis::ledger

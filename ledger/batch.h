// One synced write in the making: the commands that waited together, admitted one after another,
// each on views that include those before it. Nothing reaches the store until `commit`.
#pragma once

#include <rocksdb/write_batch.h>

#include <map>
#include <vector>

#include "events/envelope.h"
#include "events/key_standing.h"
#include "events/log_origin.h"
#include "ledger/entry_rows.h"
#include "ledger/prepared.h"
#include "ledger/row_memory.h"
#include "ledger/vault_keys.h"
#include "signing/merkle.h"

namespace letopis::ledger {

// Where the log stands after its last entry: what the next one is held against.
struct LogState {
  events::EnvelopeSequence sequence;
  events::KeyStandings keys;
  signing::MerkleFrontier tree;
  events::LogOrigin origin;
  std::optional<events::LogId> log;
  RowMemory rows;  // of the views
};

// Views as they will be: rows of this batch over those of the store.
class BatchViews final : public events::ViewReader {
 public:
  BatchViews(const Store& store, RowMemory& memory) : store_(store), memory_(memory) {}
  void put(events::ViewId view, std::string_view key, std::string_view value);
  std::optional<std::string> get(events::ViewId view, std::string_view key) const override;
  void scan(events::ViewId view, std::string_view from, std::string_view to,
            const Row& row) const override;

 private:
  const Store& store_;
  RowMemory& memory_;
  std::map<std::string, std::string> rows_;  // by full key
};

// One thread: the writer.
class Batch {
 public:
  Batch(const Store& store, const Settings& settings, const Parts& parts, LogState& state);

  // The outcome of a command that was taken before, or the refusal of its id; empty for a new one.
  std::optional<Result<Accepted>> seen(const Prepared& command) const;

  // Takes the command in whole, or refuses it and stands as before. `now` never goes back.
  // Requires: not seen. Refuses ledger.not_started, ledger.started, ledger.another_log,
  // ledger.continuation_due, log.continued_wrongly, stream.version (naming the present one), what
  // the envelope and key standing refuse (event by event, as a verifier will), and what `admit`
  // refuses.
  Result<Accepted> take(const Prepared& command, events::Instant now);

  std::size_t events() const { return taken_; }
  bool empty() const { return taken_ == 0; }
  const std::vector<events::PersonNumber>& erased() const { return erased_; }
  const std::vector<signing::PublicKey>& enrolled() const { return enrolled_; }

  // Seals the texts, making keys on disk first; nothing is in the store yet. Throws StoreFailure.
  void seal(VaultKeys& vault);
  // Requires: sealed. Writes all at once, synced. Throws StoreFailure; the state handed in is then
  // ahead of the store and must be read again, and whether the store has the batch is not known.
  void commit();

 private:
  Outcome check_start(const Prepared& command) const;
  Outcome check_continuation(const Prepared& command) const;
  Outcome check_versions(const Prepared& command) const;
  Result<events::KeyNumber> check_keys(const Prepared& command) const;
  std::uint32_t version_of(const events::Stream& stream, std::uint32_t wanted) const;
  void write(const Prepared& command, events::Instant recorded, events::KeyNumber key);
  void write_entry(const events::SignedEvent& signed_event, const events::RecordedEvent& event);
  void note_key(const events::RecordedEvent& event);
  void fold(const events::RecordedEvent& event);

  const Store& store_;
  const Settings& settings_;
  const Parts& parts_;
  LogState& state_;
  BatchViews views_;
  rocksdb::WriteBatch rows_;
  EntryRows entry_rows_;
  std::map<events::Stream, std::uint32_t> versions_;  // of streams this batch wrote
  std::map<std::string, CommandPlace> commands_;      // taken in this batch
  std::vector<std::string> entries_;                  // taken in this batch, in order
  std::vector<const events::PrivateText*> texts_;     // borrowed from the waiting callers
  std::vector<events::PersonNumber> erased_;
  std::vector<signing::PublicKey> enrolled_;
  std::size_t taken_ = 0;
  std::uint64_t first_ = 0;
};

}  // namespace letopis::ledger

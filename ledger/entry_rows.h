// The rows that follow from the entries alone, and nothing from a view: whoever puts an entry into
// a store puts these with it, be it one that was stated now or one that comes back from a medium.
#pragma once

#include <rocksdb/write_batch.h>

#include <optional>
#include <string_view>
#include <vector>

#include "events/key_standing.h"
#include "ledger/store.h"
#include "signing/merkle.h"

namespace letopis::ledger {

// The key that a fact speaks of; empty for facts that change no key.
std::optional<signing::KeyId> key_in(const events::Fact& fact);

// Borrows both; nothing reaches the store. One thread.
class EntryRows {
 public:
  EntryRows(const Store& store, rocksdb::WriteBatch& batch) : store_(store), batch_(batch) {}

  // The entry in the place after `tree`'s last, its stream's row, its command's with the first
  // event of it, and the hashes that its leaf completes. `tree` grows by the leaf.
  void put_entry(std::string_view entry, const events::Envelope& event,
                 signing::MerkleFrontier& tree);

  // What the log now says of the key that the fact speaks of; empty iff it speaks of none.
  // Requires: `keys` had the fact applied.
  std::optional<events::KeyRecord> put_key(const events::Fact& fact,
                                           const events::KeyStandings& keys);

  void put(Family family, std::string_view key, std::string_view value);

 private:
  const Store& store_;
  rocksdb::WriteBatch& batch_;
  std::vector<signing::TileHash> hashes_;  // reused from entry to entry
};

}  // namespace letopis::ledger

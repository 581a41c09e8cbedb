// The log at one moment: entries, tree, views. What is appended later is not seen.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "events/views.h"
#include "ledger/store.h"
#include "outcome/result.h"
#include "signing/tile_tree.h"

namespace letopis::ledger {

// Many snapshots may live at once; each belongs to one thread. All throw StoreFailure when the
// store cannot be read.
class Snapshot final : public events::ViewReader {
 public:
  explicit Snapshot(std::shared_ptr<const Store> store);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  std::uint64_t size() const { return size_; }
  signing::Digest root() const;
  signing::RowReader tree() const;  // borrows this snapshot

  // The entry's exact bytes; empty iff the position is past the end.
  std::optional<std::string> entry(events::Position position) const;
  // Exactly so many entries from that position on. Requires: they are below size(). Any threads.
  std::vector<std::string> entries(events::Position first, std::size_t count) const;
  // What the log says of all its keys, by their numbers.
  events::KeyStandings keys() const;
  // The entry, cut and decoded. Refuses what codec and frame refuse, and key.unknown. Requires:
  // below size().
  Result<events::RecordedEvent> event(events::Position position) const;

  // How many entries were recorded at or before the moment: the log "as known at T".
  std::uint64_t size_at(events::Instant moment) const;

  // Where a stream's events stand, oldest first.
  std::vector<events::Position> stream(const events::Stream& stream) const;
  // Where the events of a command stand; empty iff the log has no such command.
  std::optional<CommandPlace> command(events::PersonNumber author,
                                      const events::CommandId& command) const;

  // At which size and root the view stands; empty iff it was never written.
  std::optional<ViewHead> head(events::ViewId view) const;

  std::optional<std::string> get(events::ViewId view, std::string_view key) const override;
  void scan(events::ViewId view, std::string_view from, std::string_view to,
            const Row& row) const override;

 private:
  events::Instant recorded(events::Position position) const;
  Result<events::KeyNumber> number_of(const signing::KeyId& key) const;

  const std::shared_ptr<const Store> store_;  // kept open while anyone still reads
  const std::unique_ptr<const rocksdb::Snapshot, std::function<void(const rocksdb::Snapshot*)>> at_;
  std::uint64_t size_ = 0;
  mutable std::unordered_map<signing::KeyId, events::KeyNumber>
      key_numbers_;  // read when asked for
};

// The hashes of a tile's row as the store has them, for signing::tile_tree. Borrows the store.
signing::RowReader row_reader(const Store& store, const rocksdb::Snapshot* at = nullptr);

}  // namespace letopis::ledger

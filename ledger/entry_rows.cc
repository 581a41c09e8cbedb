#include "ledger/entry_rows.h"

namespace letopis::ledger {

std::optional<signing::KeyId> key_in(const events::Fact& fact) {
  if (const auto* start = std::get_if<events::LogStarted>(&fact)) {
    return signing::key_id_of(start->founder);
  }
  if (const auto* enrolled = std::get_if<events::KeyEnrolled>(&fact)) {
    return signing::key_id_of(enrolled->public_key);
  }
  if (const auto* ended = std::get_if<events::KeyEnded>(&fact)) return ended->key;
  if (const auto* stolen = std::get_if<events::KeyCompromised>(&fact)) return stolen->key;
  return std::nullopt;
}

void EntryRows::put_entry(std::string_view entry, const events::Envelope& event,
                          signing::MerkleFrontier& tree) {
  const events::Position position{tree.size()};
  if (event.index == 0) {
    put(Family::kCommands, command_key(event.author, event.command),
        command_value({position, event.count}));
  }
  put(Family::kEntries, entry_key(position), entry);
  put(Family::kStreams, stream_key(event.stream, event.version), position_value(position));
  hashes_.clear();
  tree.append(signing::leaf_hash(bytes_of(entry)), hashes_);
  for (const auto& hash : hashes_) {
    put(Family::kTree, tree_key(hash.tile_level, hash.index), text_of(hash.hash.view()));
  }
}

std::optional<events::KeyRecord> EntryRows::put_key(const events::Fact& fact,
                                                    const events::KeyStandings& keys) {
  const auto id = key_in(fact);
  if (!id) return std::nullopt;
  auto record = keys.find(*id);
  INVARIANT(record.has_value());
  put(Family::kKeys, key_row_key(record->number), key_row_value(*record));
  return record;
}

void EntryRows::put(Family family, std::string_view key, std::string_view value) {
  require(batch_.Put(store_.family(family), slice(key), slice(value)));
}

}  // namespace letopis::ledger

#include "ledger/snapshot.h"

#include <algorithm>

#include "events/codec.h"
#include "events/entry.h"
#include "outcome/invariant.h"

namespace letopis::ledger {
namespace {

[[noreturn]] void corrupt(const std::string& what) {
  throw StoreFailure(StoreFailure::Kind::kCorrupt, what);
}

// The first key after all those that begin with `prefix`; empty: the end of the family.
std::string after(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xff') prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(prefix.back() + 1);
  return prefix;
}

}  // namespace

signing::RowReader row_reader(const Store& store, const rocksdb::Snapshot* at) {
  return [&store, at](unsigned level, std::uint64_t first, std::size_t count) {
    std::vector<signing::Digest> hashes;
    hashes.reserve(count);
    const auto rows = store.rows(Family::kTree, at);
    for (rows->Seek(slice(tree_key(level, first))); rows->Valid() && hashes.size() < count;
         rows->Next()) {
      const bool expected = view_of(rows->key()) == tree_key(level, first + hashes.size());
      auto hash = signing::digest_from(bytes_of(view_of(rows->value())));
      if (!expected || !hash) corrupt("the tree has a gap or a broken hash");
      hashes.push_back(*hash);
    }
    require(rows->status());
    if (hashes.size() != count) corrupt("the tree has fewer hashes than entries");
    return hashes;
  };
}

Snapshot::Snapshot(std::shared_ptr<const Store> store)
    : store_(std::move(store)),
      at_(store_->db().GetSnapshot(),
          [&db = store_->db()](const rocksdb::Snapshot* at) { db.ReleaseSnapshot(at); }) {
  const auto last = store_->rows(Family::kEntries, at_.get());
  last->SeekToLast();
  require(last->status());
  if (!last->Valid()) return;
  const auto position = read_position(view_of(last->key()));
  if (!position) corrupt("a key of entries is not 8 bytes");
  size_ = position->value + 1;
}

signing::Digest Snapshot::root() const { return signing::root_at(size_, tree()); }

signing::RowReader Snapshot::tree() const { return row_reader(*store_, at_.get()); }

std::optional<std::string> Snapshot::entry(events::Position position) const {
  return store_->get(Family::kEntries, entry_key(position), at_.get());
}

std::vector<std::string> Snapshot::entries(events::Position first, std::size_t count) const {
  std::vector<std::string> entries;
  entries.reserve(count);
  const auto rows = store_->rows(Family::kEntries, at_.get());
  for (rows->Seek(slice(entry_key(first))); rows->Valid() && entries.size() < count; rows->Next()) {
    if (view_of(rows->key()) != entry_key({first.value + entries.size()})) break;
    entries.emplace_back(view_of(rows->value()));
  }
  require(rows->status());
  if (entries.size() != count) {
    corrupt("entry " + std::to_string(first.value + entries.size()) + " is missing");
  }
  return entries;
}

events::KeyStandings Snapshot::keys() const {
  std::vector<events::KeyRecord> records;
  const auto rows = store_->rows(Family::kKeys, at_.get());
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    const auto record = read_key_row(view_of(rows->value()));
    if (!record || record->number.value != records.size()) {
      corrupt("a row of the table of keys does not read");
    }
    records.push_back(*record);
  }
  require(rows->status());
  return events::KeyStandings::restore(records);
}

Result<events::RecordedEvent> Snapshot::event(events::Position position) const {
  const auto bytes = entry(position);
  if (!bytes) corrupt("entry " + std::to_string(position.value) + " is missing");
  auto parts = events::cut_entry(bytes_of(*bytes));
  if (!parts) return parts.refusal();
  auto event = events::decode(parts->event);
  if (!event) return event.refusal();
  const auto key = number_of(parts->key);
  if (!key) return key.refusal();
  return events::RecordedEvent{position, parts->recorded, *key, std::move(*event)};
}

Result<events::KeyNumber> Snapshot::number_of(const signing::KeyId& key) const {
  if (key_numbers_.empty()) {
    const auto rows = store_->rows(Family::kKeys, at_.get());
    for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
      const auto record = read_key_row(view_of(rows->value()));
      if (!record) corrupt("a row of the table of keys does not read");
      key_numbers_.emplace(signing::key_id_of(record->public_key), record->number);
    }
    require(rows->status());
  }
  const auto found = key_numbers_.find(key);
  if (found == key_numbers_.end()) {
    return Refusal{
        "key.unknown",
        {"подписано ключом, которого журнал событий не знает", "signed with an unknown key"}};
  }
  return found->second;
}

events::Instant Snapshot::recorded(events::Position position) const {
  const auto bytes = entry(position);
  if (!bytes) corrupt("entry " + std::to_string(position.value) + " is missing");
  const auto parts = events::cut_entry(bytes_of(*bytes));
  if (!parts) corrupt("entry " + std::to_string(position.value) + " is not an entry");
  return parts->recorded;
}

std::uint64_t Snapshot::size_at(events::Instant moment) const {
  std::uint64_t low = 0;
  std::uint64_t high = size_;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (recorded(events::Position{middle}) <= moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<events::Position> Snapshot::stream(const events::Stream& stream) const {
  std::vector<events::Position> places;
  for (std::uint32_t version = 1;; ++version) {
    const auto value = store_->get(Family::kStreams, stream_key(stream, version), at_.get());
    if (!value) return places;
    const auto position = read_position(*value);
    if (!position) corrupt("a row of the stream index is not 8 bytes");
    places.push_back(*position);
  }
}

std::optional<CommandPlace> Snapshot::command(events::PersonNumber author,
                                              const events::CommandId& command) const {
  const auto value = store_->get(Family::kCommands, command_key(author, command), at_.get());
  if (!value) return std::nullopt;
  const auto place = read_command_place(*value);
  if (!place) corrupt("a row of the command index is not 10 bytes");
  return place;
}

std::optional<ViewHead> Snapshot::head(events::ViewId view) const {
  const auto value = store_->get(Family::kHeads, view_key(view, ""), at_.get());
  if (!value) return std::nullopt;
  const auto head = read_head(*value);
  if (!head) corrupt("the head of a view is not 40 bytes");
  return head;
}

std::optional<std::string> Snapshot::get(events::ViewId view, std::string_view key) const {
  return store_->get(Family::kViews, view_key(view, key), at_.get());
}

void Snapshot::scan(events::ViewId view, std::string_view from, std::string_view to,
                    const Row& row) const {
  const std::string end = to.empty() ? after(view_key(view, "")) : view_key(view, to);
  const auto rows = store_->rows(Family::kViews, at_.get());
  for (rows->Seek(slice(view_key(view, from))); rows->Valid(); rows->Next()) {
    const auto key = view_of(rows->key());
    if (!end.empty() && key >= end) break;
    if (!row(key.substr(1), view_of(rows->value()))) break;
  }
  require(rows->status());
}

}  // namespace letopis::ledger

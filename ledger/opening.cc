#include <fmt/format.h>

#include "events/codec.h"
#include "ledger/work.h"
#include "signing/tile_tree.h"

namespace letopis::ledger {
namespace {

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

Refusal differs(std::uint64_t position) {
  return refuse("ledger.altered", fmt::format("запись № {} не та, что стояла в дереве", position),
                fmt::format("entry {} is not the one that the tree holds", position));
}

}  // namespace

Outcome Ledger::Work::open() {
  auto vault = VaultKeys::open(*resources_.env, vault_files(settings_.directory));
  if (!vault) return vault.refusal();
  auto published =
      read_published(*resources_.env, settings_.directory, settings_.origin, log_key_.public_key());
  if (!published) return published.refusal();
  auto store =
      std::make_shared<Store>(settings_.directory / "store", resources_, OpenMode::kExisting);
  vault_ = std::move(*vault);
  {
    const std::lock_guard lock(published_mutex_);
    published_ = std::move(*published);
  }
  if (auto state = read_state(*store); !state) return state;
  if (auto heads = check_heads(*store); !heads) return heads;
  if (auto tail = prove_tail(*store); !tail) return tail;
  wall_minus_monotonic_ = clock_.now().milliseconds - clock_.monotonic_ms();
  const std::lock_guard lock(store_mutex_);
  store_ = std::move(store);
  return Done{};
}

Outcome Ledger::Work::read_state(const Store& store) {
  const std::uint64_t size = store.size();
  state_ = {};
  state_.tree = signing::frontier_at(size, row_reader(store));
  checked_keys_.clear();
  std::vector<events::KeyRecord> records;
  const auto rows = store.rows(Family::kKeys);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    const auto record = read_key_row(view_of(rows->value()));
    if (!record || record->number.value != records.size()) {
      return refuse("ledger.keys_altered", "таблица ключей в хранилище испорчена",
                    "the table of keys in the store is broken");
    }
    records.push_back(*record);
    checked_keys_.add(record->public_key);
  }
  require(rows->status());
  state_.keys = events::KeyStandings::restore(std::move(records));
  if (size == 0) return Done{};
  const auto entry = store.get(Family::kEntries, entry_key({size - 1}));
  const auto parts = events::cut_entry(bytes_of(entry.value_or("")));
  if (!parts) return differs(size - 1);
  const auto last = events::decode_envelope(parts->event);
  if (!last) return differs(size - 1);
  state_.sequence = events::EnvelopeSequence::restore(size, *last, parts->key, parts->recorded);
  state_.log = last->log;
  return Done{};
}

// Views that other projections made, or that stand elsewhere, are rebuilt by a person's command.
Outcome Ledger::Work::check_heads(const Store& store) const {
  const ViewHead wanted{state_.tree.size(), state_.tree.root()};
  if (wanted.size == 0) return Done{};
  for (const auto& projection : parts_.projections) {
    const auto head = store.get(Family::kHeads, view_key(projection.id, ""));
    if (head && read_head(*head) == wanted) continue;
    return refuse("ledger.view_behind",
                  fmt::format("представление «{}» не соответствует журналу событий: постройте его "
                              "заново командой letopis rebuild",
                              projection.name),
                  fmt::format("the view \"{}\" does not stand where the log does: rebuild it with "
                              "letopis rebuild",
                              projection.name));
  }
  return Done{};
}

// Everything after the published checkpoint is hashed again from the entries' own bytes, and the
// checkpoint must be a prefix of what is there.
Outcome Ledger::Work::prove_tail(const Store& store) {
  const std::uint64_t size = state_.tree.size();
  const auto& known = published_.checkpoint;
  if (known.size > size) {
    return refuse(
        "ledger.rolled_back",
        fmt::format("опубликована контрольная точка на {} записей, а в хранилище их {}: "
                    "это старая копия",
                    known.size, size),
        fmt::format("a checkpoint of {} entries is published, but the store has {}: it is "
                    "an older copy",
                    known.size, size));
  }
  proved_ = signing::frontier_at(known.size, row_reader(store));
  if (proved_.root() != known.root) {
    return refuse("ledger.forked", "хранилище расходится с опубликованной контрольной точкой",
                  "the store disagrees with the published checkpoint");
  }
  for (std::uint64_t at = known.size; at < size; ++at) {
    const auto entry = store.get(Family::kEntries, entry_key({at}));
    if (!entry) return differs(at);
    proved_.append(signing::leaf_hash(bytes_of(*entry)));
    const auto parts = events::cut_entry(bytes_of(*entry));
    if (!parts) return differs(at);
    const auto event = events::decode(parts->event);
    if (!event) return differs(at);
    if (const auto* gone = std::get_if<events::PersonErased>(&event->fact)) {
      if (vault_->state(gone->person) == VaultKeys::State::kPresent) vault_->destroy(gone->person);
    }
  }
  if (proved_.root() != state_.tree.root()) return differs(size);
  if (size > known.size) {
    const std::lock_guard lock(published_mutex_);
    published_ = ledger::publish(*resources_.env, settings_.directory,
                                 {settings_.origin, size, proved_.root()}, log_key_);
  }
  return Done{};
}

}  // namespace letopis::ledger

#include <fmt/format.h>

#include <set>

#include "events/codec.h"
#include "events/entry.h"
#include "ledger/continuation.h"
#include "ledger/log_directory.h"
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
  if (holds_unfinished_restore(*resources_.env, settings_.directory)) {
    return refuse("ledger.restore_unfinished",
                  "восстановление журнала событий здесь оборвалось: повторите его",
                  "restoring the log was cut off here: repeat it");
  }
  auto published =
      read_published(*resources_.env, settings_.directory, settings_.origin, log_key_.public_key());
  if (!published) return published.refusal();
  if (auto looked = look_first(published->checkpoint); !looked) return looked;
  // The store's lock comes before the vault: nobody else writes the files beside it from here on.
  auto store =
      std::make_shared<Store>(store_in(settings_.directory), resources_, OpenMode::kExisting);
  auto vault = VaultKeys::open(*resources_.env, vault_files(settings_.directory));
  if (!vault) return vault.refusal();
  vault_ = std::move(*vault);
  vault_->settle();
  {
    const std::lock_guard lock(published_mutex_);
    published_ = std::move(*published);
  }
  if (auto state = read_state(store); !state) return state;
  if (auto origin = check_origin(); !origin) return origin;
  if (auto heads = check_heads(*store); !heads) return heads;
  if (auto tail = prove_tail(*store); !tail) return tail;
  const std::lock_guard lock(store_mutex_);
  store_ = std::move(store);
  return Done{};
}

// Opening for writing would drop what RocksDB cannot read of its journal, and files that an older
// manifest does not name: so a store that will be refused is never opened so.
Outcome Ledger::Work::look_first(const signing::Checkpoint& known) const {
  return stands_behind(Store(store_in(settings_.directory), resources_, OpenMode::kReadOnly),
                       known);
}

Outcome Ledger::Work::read_keys(const Store& store) {
  std::vector<events::KeyRecord> records;
  std::set<signing::PublicKey> known;
  const auto rows = store.rows(Family::kKeys);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    const auto record = read_key_row(view_of(rows->value()));
    if (!record || record->number.value != records.size() ||
        !known.insert(record->public_key).second) {
      return refuse("ledger.keys_altered", "таблица ключей в хранилище испорчена",
                    "the table of keys in the store is broken");
    }
    records.push_back(*record);
    checked_keys_.add(record->public_key);
  }
  require(rows->status());
  state_.keys = events::KeyStandings::restore(records);
  return Done{};
}

Outcome Ledger::Work::read_state(const std::shared_ptr<const Store>& opened) {
  const Store& store = *opened;
  const std::uint64_t size = store.size();
  state_ = {};
  state_.tree = signing::frontier_at(size, row_reader(store));
  if (auto keys = read_keys(store); !keys) return keys;
  if (size == 0) return Done{};
  if (auto kind = check_kind(store); !kind) return kind;
  const auto entry = store.get(Family::kEntries, entry_key({size - 1})).value_or("");
  const auto parts = events::cut_entry(bytes_of(entry));
  if (!parts) return differs(size - 1);
  const auto last = events::decode_envelope(parts->event);
  if (!last) return differs(size - 1);
  state_.sequence = events::EnvelopeSequence::restore(size, *last, parts->key, parts->recorded);
  state_.log = last->log;
  auto origin = origin_in(Snapshot(opened));
  if (!origin) return origin.refusal();
  state_.origin = std::move(*origin);
  return Done{};
}

// A log restored under a new name stands there with the size that its checkpoint has, until its
// next entry says so: nothing of another size may be signed under a name that no entry gives.
Outcome Ledger::Work::check_origin() const {
  const std::uint64_t size = state_.tree.size();
  if (size == 0 || state_.origin.name() == settings_.origin) return Done{};
  if (size == published_.checkpoint.size && !state_.origin.stood_under(settings_.origin)) {
    return Done{};
  }
  return refuse("ledger.origin",
                fmt::format("журнал событий носит имя {}, а открывается как {}",
                            state_.origin.name(), settings_.origin),
                fmt::format("the log has the name {} and is opened as {}", state_.origin.name(),
                            settings_.origin));
}

// The rules for a trial's clock must not slip into a real log.
Outcome Ledger::Work::check_kind(const Store& store) const {
  const auto entry = store.get(Family::kEntries, entry_key({0})).value_or("");
  const auto parts = events::cut_entry(bytes_of(entry));
  if (!parts) return differs(0);
  const auto first = events::decode(parts->event);
  const auto* start = first ? std::get_if<events::LogStarted>(&first->fact) : nullptr;
  if (!start) return differs(0);
  if (start->trial == settings_.trial) return Done{};
  return refuse("ledger.trial",
                "журнал событий начат как учебный, а открывается как настоящий, или наоборот",
                "the log was started as a trial and is opened as a real one, or the reverse");
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

// Hashes the next entry of the tail again from its own bytes. Yields whom it erases.
Result<std::optional<events::PersonNumber>> Ledger::Work::prove_entry(
    const std::optional<std::string>& entry) {
  const std::uint64_t at = proved_.size();
  if (!entry) return differs(at);
  proved_.append(signing::leaf_hash(bytes_of(*entry)));
  const auto parts = events::cut_entry(bytes_of(*entry));
  if (!parts) return differs(at);
  const auto event = events::decode(parts->event);
  const auto key = checked_keys_.find(parts->key);
  if (!event || !key || !events::verify_event(parts->event, *key, parts->signature)) {
    return differs(at);
  }
  const auto* gone = std::get_if<events::PersonErased>(&event->fact);
  return gone ? std::optional(gone->person) : std::nullopt;
}

// The published checkpoint is a prefix of what is there; everything after it is proved before a
// key is destroyed on its word, and before it is signed.
Outcome Ledger::Work::prove_tail(const Store& store) {
  const std::uint64_t size = state_.tree.size();
  const auto known = published_.checkpoint;
  proved_ = signing::frontier_at(known.size, row_reader(store));
  if (proved_.root() != known.root) return differs(known.size);
  std::vector<events::PersonNumber> erased;
  while (proved_.size() < size) {
    const auto gone = prove_entry(store.get(Family::kEntries, entry_key({proved_.size()})));
    if (!gone) return gone.refusal();
    if (*gone) erased.push_back(**gone);
  }
  if (proved_.root() != state_.tree.root()) return differs(size);
  for (const auto person : erased) {
    if (vault_->state(person) != VaultKeys::State::kDestroyed) vault_->destroy(person);
  }
  if (size > known.size) {
    auto fresh = ledger::publish(*resources_.env, settings_.directory,
                                 {settings_.origin, size, proved_.root()}, log_key_);
    const std::lock_guard lock(published_mutex_);
    published_ = std::move(fresh);
  }
  return Done{};
}

}  // namespace letopis::ledger

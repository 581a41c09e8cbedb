#include "ledger/restored_rows.h"

#include <fmt/format.h>

#include "events/codec.h"

namespace letopis::ledger {
namespace {

constexpr std::size_t kBatchBytes = 4u << 20;

}  // namespace

Outcome RestoredRows::take(std::string_view entry) {
  const auto parts = events::cut_entry(bytes_of(entry));
  if (!parts) return parts.refusal();
  const auto event = events::decode_form_unchecked(parts->event);
  if (!event) return event.refusal();
  if (auto fits = check(*event, *parts); !fits) return fits;
  rows_.put_entry(entry, *event, tree_);
  rows_.put_key(event->fact, keys_);
  promises_.note(*event);
  if (const auto* start = std::get_if<events::LogStarted>(&event->fact)) trial_ = start->trial;
  write_when_full(kBatchBytes);
  return Done{};
}

Outcome RestoredRows::check(const events::Event& event, const events::EntryParts& parts) {
  if (auto named = origin_.next(event, tree_); !named) return named;
  if (auto next = sequence_.next(event, parts.key, parts.recorded); !next) return next;
  if (auto version = check_version(event); !version) return version;
  if (auto command = check_command(event); !command) return command;
  return check_key(event, parts.key);
}

Outcome RestoredRows::check_version(const events::Event& event) {
  const std::uint32_t expected = ++versions_[event.stream];
  if (event.version == expected) return Done{};
  return Refusal{
      "stream.version",
      {fmt::format("версия события в его потоке — {}, а должна быть {}", event.version, expected),
       fmt::format("the event has version {} in its stream, it must be {}", event.version,
                   expected)}};
}

// The index of commands has one row for an author and an id.
Outcome RestoredRows::check_command(const events::Event& event) {
  if (event.index != 0 || commands_.emplace(event.author, event.command).second) return Done{};
  return Refusal{"command.reused",
                 {"этот номер команды уже занят другой командой",
                  "this command id was used for another command"}};
}

// The founder's key comes with entry 0, which it signs.
Outcome RestoredRows::check_key(const events::Event& event, const signing::KeyId& key) {
  const events::Position position{tree_.size()};
  const bool founding = position.value == 0;
  if (founding) {
    if (auto applied = keys_.apply(event, position); !applied) return applied;
  }
  if (auto standing = keys_.standing(key, event.author); !standing) return standing.refusal();
  return founding ? Outcome(Done{}) : keys_.apply(event, position);
}

void RestoredRows::finish() {
  for (const auto& text : promises_.texts) {
    if (!promises_.was_erased(text)) continue;
    rows_.put(Family::kVault, vault_key(text.about, text.text), "");
    write_when_full(kBatchBytes);
  }
  write_when_full(0);
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    families.push_back(store_.family(static_cast<Family>(i)));
  }
  require(store_.db().Flush(rocksdb::FlushOptions(), families));
}

// Without the store's journal: a restore that is cut off begins again.
void RestoredRows::write_when_full(std::size_t limit) {
  if (batch_.GetDataSize() < limit) return;
  rocksdb::WriteOptions options;
  options.disableWAL = true;
  require(store_.db().Write(options, &batch_));
  batch_.Clear();
}

}  // namespace letopis::ledger

#include "ledger/batch.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/entry.h"
#include "ledger/vault.h"
#include "outcome/invariant.h"

namespace letopis::ledger {
namespace {

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

class OwnRows final : public events::ViewWriter {
 public:
  OwnRows(events::ViewId view, BatchViews& views, rocksdb::WriteBatch& batch,
          rocksdb::ColumnFamilyHandle* family)
      : view_(view), views_(views), batch_(batch), family_(family) {}
  void put(std::string_view key, std::string_view value) override {
    require(batch_.Put(family_, slice(view_key(view_, key)), slice(value)));
    views_.put(view_, key, value);
  }

 private:
  const events::ViewId view_;
  BatchViews& views_;
  rocksdb::WriteBatch& batch_;
  rocksdb::ColumnFamilyHandle* family_;
};

}  // namespace

Batch::Batch(const Store& store, const Settings& settings, const Parts& parts, LogState& state)
    : store_(store),
      settings_(settings),
      parts_(parts),
      state_(state),
      views_(store, state.rows),
      entry_rows_(store, rows_),
      first_(state.tree.size()) {}

Result<Accepted> Batch::take(const Prepared& command, events::Instant now) {
  if (auto start = check_start(command); !start) return start.refusal();
  events::EnvelopeSequence sequence = state_.sequence;
  const auto& key = command.signed_events.front().key;
  for (const auto& event : command.events) {
    if (auto fits = sequence.next(event, key, now); !fits) return fits.refusal();
  }
  if (auto versions = check_versions(command); !versions) {
    // What stands is told to nobody whose key does not stand.
    if (!parts_.tell_second || !check_keys(command)) return versions.refusal();
    return parts_.tell_second(versions.refusal(), command.events, views_, now);
  }
  const auto signer = check_keys(command);
  if (!signer) return signer.refusal();
  if (auto admitted = parts_.admit(command.events, command.texts, views_, now); !admitted) {
    return admitted.refusal();
  }
  const CommandPlace place{events::Position{state_.tree.size()},
                           static_cast<std::uint16_t>(command.events.size())};
  state_.sequence = sequence;
  write(command, now, *signer);
  return Accepted{place, now, false};
}

std::optional<Result<Accepted>> Batch::seen(const Prepared& command) const {
  const auto& first = command.events.front();
  const auto key = command_key(first.author, first.command);
  std::optional<CommandPlace> place;
  if (const auto found = commands_.find(key); found != commands_.end()) {
    place = found->second;
  } else if (const auto value = store_.get(Family::kCommands, key)) {
    place = read_command_place(*value);
  }
  if (!place) return std::nullopt;
  bool same = place->count == command.events.size();
  events::Instant recorded;
  for (std::size_t i = 0; same && i < place->count; ++i) {
    const auto at = place->first.value + i;
    const auto entry = at >= first_ ? entries_[at - first_]
                                    : store_.get(Family::kEntries, entry_key({at})).value_or("");
    const auto parts = events::cut_entry(bytes_of(entry));
    same = parts && text_of(parts->event) == command.signed_events[i].bytes;
    if (same) recorded = parts->recorded;
  }
  if (!same) {
    return refuse("command.reused", "этот номер команды уже занят другой командой",
                  "this command id was used for another command");
  }
  return Accepted{*place, recorded, true};
}

Outcome Batch::check_start(const Prepared& command) const {
  const auto* start = std::get_if<events::LogStarted>(&command.events.front().fact);
  if (state_.log) {
    const bool starts = std::any_of(
        command.events.begin(), command.events.end(),
        [](const auto& event) { return std::holds_alternative<events::LogStarted>(event.fact); });
    if (starts) return refuse("ledger.started", "журнал событий уже начат", "the log is started");
    if (command.events.front().log == *state_.log) return check_continuation(command);
    return refuse("ledger.another_log", "событие подписано для другого журнала событий",
                  "the event was signed for another log");
  }
  const bool fits = start && command.events.size() == 1 && start->origin == settings_.origin &&
                    start->trial == settings_.trial && command.events.front().author.value == 0;
  if (!fits) {
    return refuse("ledger.not_started",
                  "первой записью должно стоять начало этого журнала, подписанное основателем",
                  "the first entry must start this log, signed by its founder");
  }
  return Done{};
}

// A log that was restored under another name says so before anything else; no other log ever does.
Outcome Batch::check_continuation(const Prepared& command) const {
  const bool due = state_.origin.name() != settings_.origin;
  const auto continues = [](const events::Event& event) {
    return std::get_if<events::LogContinued>(&event.fact);
  };
  if (due && !continues(command.events.front())) {
    return refuse("ledger.continuation_due",
                  "журнал событий восстановлен под новым именем: сначала нужна запись о его "
                  "продолжении",
                  "the log was restored under a new name: first an entry must say that it goes on");
  }
  for (const auto& event : command.events) {
    const auto* continued = continues(event);
    if (!continued) continue;
    if (!due || continued->origin != settings_.origin) {
      return refuse("log.continued_wrongly",
                    "этот журнал событий не восстанавливали под таким именем",
                    "this log was not restored under that name");
    }
    events::LogOrigin origin = state_.origin;
    if (auto fits = origin.next(event, state_.tree); !fits) return fits;
  }
  return Done{};
}

std::uint32_t Batch::version_of(const events::Stream& stream, std::uint32_t wanted) const {
  if (const auto found = versions_.find(stream); found != versions_.end()) return found->second;
  const auto there = [&](std::uint32_t version) {
    return version == 0 || store_.get(Family::kStreams, stream_key(stream, version)).has_value();
  };
  // The common case costs two look-ups: what the author expects is what is there.
  if (wanted > 0 && there(wanted - 1) && !there(wanted)) return wanted - 1;
  std::uint32_t version = 0;
  while (there(version + 1)) ++version;
  return version;
}

Outcome Batch::check_versions(const Prepared& command) const {
  std::map<events::Stream, std::uint32_t> expected;
  for (const auto& event : command.events) {
    const auto [place, fresh] = expected.try_emplace(event.stream, 0);
    if (fresh) place->second = version_of(event.stream, event.version);
    if (event.version != ++place->second) {
      return refuse(
          "stream.version",
          fmt::format("здесь уже стоит версия {}, а событие подписано как версия {}",
                      place->second - 1, event.version),
          fmt::format("what stands here is version {}, the event was signed as version {}",
                      place->second - 1, event.version));
    }
  }
  return Done{};
}

// A key may end, or begin, in the middle of a command: it must stand at every event that it signed.
Result<events::KeyNumber> Batch::check_keys(const Prepared& command) const {
  const auto& id = command.signed_events.front().key;
  const auto author = command.events.front().author;
  const auto signer = state_.log ? state_.keys.standing(id, author) : events::KeyNumber{};
  const bool any = std::any_of(command.events.begin(), command.events.end(),
                               [](const auto& event) { return key_in(event.fact).has_value(); });
  if (!signer || !any) return signer;
  events::KeyStandings keys = state_.keys;
  const events::Position next{state_.tree.size()};
  for (const auto& event : command.events) {
    if (state_.log) {
      if (auto standing = keys.standing(id, author); !standing) return standing.refusal();
    }
    if (auto applied = keys.apply(event, next); !applied) return applied.refusal();
  }
  return signer;
}

void Batch::write(const Prepared& command, events::Instant recorded, events::KeyNumber key) {
  const auto& first = command.events.front();
  const CommandPlace place{events::Position{state_.tree.size()},
                           static_cast<std::uint16_t>(command.events.size())};
  commands_.emplace(command_key(first.author, first.command), place);
  for (std::size_t i = 0; i < command.events.size(); ++i) {
    const events::Position position{state_.tree.size()};
    write_entry(command.signed_events[i], {position, recorded, key, command.events[i]});
  }
  for (const auto& text : command.texts) texts_.push_back(&text);
  state_.log = first.log;
  taken_ += command.events.size();
}

void Batch::write_entry(const events::SignedEvent& signed_event,
                        const events::RecordedEvent& event) {
  std::string entry = events::make_entry(signed_event, event.recorded);
  INVARIANT(state_.origin.next(event.event, state_.tree).has_value());
  entry_rows_.put_entry(entry, event.event, state_.tree);
  versions_[event.event.stream] = event.event.version;
  entries_.push_back(std::move(entry));
  note_key(event);
  if (const auto* gone = std::get_if<events::PersonErased>(&event.event.fact)) {
    erased_.push_back(gone->person);
  }
  fold(event);
}

void Batch::note_key(const events::RecordedEvent& event) {
  INVARIANT(state_.keys.apply(event.event, event.position).has_value());
  const auto record = entry_rows_.put_key(event.event.fact, state_.keys);
  if (record && record->enrolled == event.position) enrolled_.push_back(record->public_key);
}

void Batch::fold(const events::RecordedEvent& event) {
  for (const auto& projection : parts_.projections) {
    OwnRows own(projection.id, views_, rows_, store_.family(Family::kViews));
    projection.fold(event, views_, own);
  }
}

void Batch::seal(VaultKeys& vault) {
  std::vector<events::PersonNumber> persons;
  for (const auto* text : texts_) persons.push_back(text->about);
  vault.ensure(persons);
  for (const auto* text : texts_) {
    // Of a person whose key was destroyed nothing is kept but that there was a text.
    const auto key = vault.key_of(text->about);
    entry_rows_.put(Family::kVault, vault_key(text->about, events::commit(*text)),
                    key ? seal_text(*key, *text) : std::string());
  }
}

void Batch::commit() {
  const ViewHead head{state_.tree.size(), state_.tree.root()};
  for (const auto& projection : parts_.projections) {
    entry_rows_.put(Family::kHeads, view_key(projection.id, ""), head_value(head));
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  require(store_.db().Write(options, &rows_));
}

}  // namespace letopis::ledger

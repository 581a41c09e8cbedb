#include "ledger/derived_log.h"

#include <optional>
#include <utility>

#include "events/codec.h"
#include "events/entry.h"
#include "ledger/signature_pool.h"

namespace letopis::ledger {
namespace {

constexpr std::uint64_t kReportEvery = 2048;

// Derives one log, entry by entry: the fold says what is wrong, this keeps what the rows must be.
class Derivation {
 public:
  Derivation(const VerifySettings& settings, std::uint64_t checkpoint_size,
             audit::Findings& findings)
      : settings_(settings),
        checkpoint_size_(checkpoint_size),
        findings_(findings),
        fold_(findings) {
    if (settings.signatures) pool_.emplace(findings);
    fold_.watch(checkpoint_size);
  }

  void take(Bytes entry) {
    append_hash(entry);
    const auto parts = events::cut_entry(entry);
    if (!parts) return lose(parts.refusal());
    const auto event = events::decode(parts->event);
    if (!event && event.refusal().code == events::kFactUnknown) {
      return take_unknown(*parts, event.refusal());
    }
    if (!event) return lose(event.refusal());
    check_signature(*parts, fold_.take(*parts, *event));
    note_place(*event);
    note_facts(*event);
  }

  void note_gap() { log_.gap = true; }

  DerivedLog finish() {
    if (pool_) pool_->finish();
    fold_.finish();
    if (!log_.gap && fold_.origin().started()) check_name();
    log_.frontier = fold_.frontier();
    log_.root_at_checkpoint = fold_.root_at(checkpoint_size_);
    log_.keys = fold_.keys();
    log_.streams = fold_.streams();
    log_.lost = fold_.lost();
    log_.readable = fold_.readable();
    return std::move(log_);
  }

 private:
  events::Position position() const { return {fold_.size() - 1}; }

  void append_hash(Bytes entry) {
    completed_.clear();
    fold_.hash(signing::leaf_hash(entry), completed_);
    for (const auto& hash : completed_) log_.tree[hash.tile_level].push_back(hash.hash);
  }

  void lose(const Refusal& why) {
    fold_.lose(why);
    log_.entries.push_back({});
    if (log_.commands.empty()) log_.commands.push_back({});
  }

  void take_unknown(const events::EntryParts& parts, const Refusal& unknown) {
    const auto envelope = events::decode_envelope(parts.event);
    if (!envelope) return lose(envelope.refusal());
    check_signature(parts, fold_.take_unknown(parts, *envelope, unknown));
    note_place(*envelope);
  }

  void note_place(const events::Envelope& event) {
    if (event.index == 0 || log_.commands.empty()) {
      log_.commands.push_back({event.author, event.command, {position(), event.count}});
    }
    const auto command = static_cast<std::uint32_t>(log_.commands.size()) - 1;
    log_.entries.push_back({event.stream, event.version, command});
  }

  void check_signature(const events::EntryParts& parts,
                       const std::optional<signing::CheckedKey>& key) {
    if (!key) return;
    ++log_.signatures;
    if (pool_) pool_->check({position(), std::string(text_of(parts.event)), *key, parts.signature});
  }

  void note_facts(const events::Event& event) {
    for (const auto& text : events::promised_texts(event.fact, event.author)) {
      log_.texts.insert(text);
    }
    if (const auto* gone = std::get_if<events::PersonErased>(&event.fact)) {
      log_.erased.insert(gone->person);
    }
  }

  // A restored log stands under its new name with a checkpoint of exactly the size that it was
  // restored to, until its next entry says so: that entry is what it lacks.
  void check_name() {
    const auto& origin = fold_.origin();
    if (origin.name() == settings_.origin) return;
    const bool due = checkpoint_size_ == fold_.size() && !origin.stood_under(settings_.origin);
    findings_.add(due ? audit::Fault::kIncomplete : audit::Fault::kAltered, "entries",
                  {due ? "ledger.continuation_due" : "log.start",
                   {"по записям журнал событий зовётся " + origin.name() + ", а открыт как " +
                        settings_.origin + (due ? ": записи о продолжении ещё нет" : ""),
                    "by its entries the log is named " + origin.name() + ", it was opened as " +
                        settings_.origin + (due ? ": the entry that continues it is due" : "")}},
                  events::Position{0});
    if (!due) log_.readable = false;
  }

  const VerifySettings& settings_;
  const std::uint64_t checkpoint_size_;
  audit::Findings& findings_;
  std::optional<SignaturePool> pool_;
  DerivedLog log_;
  audit::LogFold fold_;
  std::vector<signing::TileHash> completed_;
};

}  // namespace

DerivedLog derive_log(const Store& store, const VerifySettings& settings,
                      std::uint64_t checkpoint_size, audit::Findings& findings,
                      const Progress& progress) {
  Derivation derivation(settings, checkpoint_size, findings);
  const std::uint64_t all = store.size();
  std::uint64_t position = 0;
  const auto rows = store.rows(Family::kEntries);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next(), ++position) {
    if (view_of(rows->key()) != entry_key({position})) {
      findings.add(audit::Fault::kIncomplete, "entries",
                   {"entries.gap",
                    {"в журнале событий не хватает записи", "an entry of the log is missing"}},
                   events::Position{position});
      derivation.note_gap();
      break;
    }
    derivation.take(bytes_of(view_of(rows->value())));
    if (progress && position % kReportEvery == 0) progress(position, all);
  }
  if (!rows->status().ok()) {
    findings.add(audit::Fault::kAltered, "entries",
                 {"store.corrupt",
                  {"хранилище не читается: " + rows->status().ToString(),
                   "the store does not read: " + rows->status().ToString()}},
                 events::Position{position});
  }
  return derivation.finish();
}

}  // namespace letopis::ledger

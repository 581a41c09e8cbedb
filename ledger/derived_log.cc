#include "ledger/derived_log.h"

#include <optional>
#include <utility>

#include "events/codec.h"
#include "events/entry.h"
#include "ledger/signature_pool.h"

namespace letopis::ledger {
namespace {

constexpr std::uint64_t kReportEvery = 2048;

struct StreamHash {
  std::size_t operator()(const events::Stream& stream) const noexcept {
    std::uint64_t mixed = static_cast<std::uint64_t>(stream.kind);
    for (const std::uint64_t part : {stream.a, stream.b, stream.c}) {
      mixed = (mixed ^ part) * 0x9E3779B97F4A7C15u;
      mixed ^= mixed >> 32;
    }
    return mixed;
  }
};

// Derives one log, entry by entry.
class Derivation {
 public:
  Derivation(const VerifySettings& settings, std::uint64_t checkpoint_size, Findings& findings)
      : settings_(settings), checkpoint_size_(checkpoint_size), findings_(findings) {
    if (settings.signatures) pool_.emplace(findings);
    note_root();
  }

  void take(Bytes entry) {
    const events::Position position{log_.frontier.size()};
    append_hash(entry);
    const auto parts = events::cut_entry(entry);
    if (!parts) return lose(position, parts.refusal());
    const auto event = events::decode(parts->event);
    if (!event && event.refusal().code == events::kFactUnknown) {
      return take_unknown(position, *parts, event.refusal());
    }
    if (!event) return lose(position, event.refusal());
    hold(position, check_start(position, event->fact));
    check_sequence(position, *parts, *event);
    check_version(position, *event);
    check_author(position, *parts, *event);
    note_place(position, *event);
    note_facts(*event);
  }

  void note_gap() { log_.gap = true; }

  DerivedLog finish() {
    if (pool_) pool_->finish();
    if (!sequence_.whole()) {
      findings_.add(Fault::kIncomplete, "entries",
                    {"entry.command_torn",
                     {"последняя команда записана не целиком", "the last command is not whole"}});
    }
    log_.streams = versions_.size();
    return std::move(log_);
  }

 private:
  // A fact of a later schema: what it says is not known here, that it is whole and whose is.
  void take_unknown(events::Position position, const events::EntryParts& parts,
                    const Refusal& unknown) {
    const auto envelope = events::decode_envelope(parts.event);
    if (!envelope) return lose(position, envelope.refusal());
    findings_.add(Fault::kIncomplete, "entries", unknown, position);
    log_.lost = true;
    log_.readable = false;
    check_sequence(position, parts, *envelope);
    check_version(position, *envelope);
    check_signature(position, parts, *envelope);
    note_place(position, *envelope);
  }

  void note_place(events::Position position, const events::Envelope& event) {
    if (event.index == 0 || log_.commands.empty()) {
      log_.commands.push_back({event.author, event.command, {position, event.count}});
    }
    const auto command = static_cast<std::uint32_t>(log_.commands.size()) - 1;
    log_.entries.push_back({event.stream, event.version, command});
  }

  void append_hash(Bytes entry) {
    completed_.clear();
    log_.frontier.append(signing::leaf_hash(entry), completed_);
    for (const auto& hash : completed_) log_.tree[hash.tile_level].push_back(hash.hash);
    note_root();
  }

  void note_root() {
    if (log_.frontier.size() == checkpoint_size_) log_.root_at_checkpoint = log_.frontier.root();
  }

  // After a break the sequence goes on from the entry that broke it: one fault is one finding, not
  // one for each entry that follows.
  void check_sequence(events::Position position, const events::EntryParts& parts,
                      const events::Envelope& event) {
    const auto follows = sequence_.next(event, parts.key, parts.recorded);
    const bool excused = std::exchange(lost_before_, false);
    if (follows) return;
    if (!excused) hold(position, follows);
    sequence_ =
        events::EnvelopeSequence::restore(position.value + 1, event, parts.key, parts.recorded);
  }

  // The entry says nothing that could be followed; what comes after it is still hashed.
  void lose(events::Position position, const Refusal& why) {
    findings_.add(Fault::kAltered, "entries", why, position);
    log_.readable = false;
    log_.lost = true;
    lost_before_ = true;
    log_.entries.push_back({});
    if (log_.commands.empty()) log_.commands.push_back({});
  }

  void hold(events::Position position, const Outcome& outcome) {
    if (outcome) return;
    findings_.add(Fault::kAltered, "entries", outcome.refusal(), position);
    log_.readable = false;
  }

  // Entry 0 starts this log, and nothing else ever does.
  Outcome check_start(events::Position position, const events::Fact& fact) const {
    const auto* start = std::get_if<events::LogStarted>(&fact);
    if (position.value != 0 && !start) return Done{};
    if (position.value == 0 && start && start->origin == settings_.origin) return Done{};
    return Refusal{"log.start",
                   {"журнал событий начинается одной записью № 0 со своим именем",
                    "a log starts with entry 0, once, under its own name"}};
  }

  void check_version(events::Position position, const events::Envelope& event) {
    std::uint32_t& version = versions_[event.stream];
    const std::uint32_t expected = std::exchange(version, event.version) + 1;
    if (event.version == expected) return;
    findings_.add(Fault::kAltered, "entries",
                  {"stream.version",
                   {"версия события в его потоке — " + std::to_string(event.version) +
                        ", а должна быть " + std::to_string(expected),
                    "the event has version " + std::to_string(event.version) +
                        " in its stream, it must be " + std::to_string(expected)}},
                  position);
  }

  void check_author(events::Position position, const events::EntryParts& parts,
                    const events::Event& event) {
    // The founder's key comes with entry 0, which it signs.
    const bool founding = position.value == 0;
    if (founding) hold(position, log_.keys.apply(event, position));
    if (!check_signature(position, parts, event)) return;
    if (!founding) hold(position, log_.keys.apply(event, position));
  }

  // False iff the key does not stand for this author here.
  bool check_signature(events::Position position, const events::EntryParts& parts,
                       const events::Envelope& event) {
    const auto standing = log_.keys.standing(parts.key, event.author);
    if (!standing) {
      hold(position, Outcome(standing.refusal()));
      return false;
    }
    const auto key = checked(parts.key);
    if (!key) {
      hold(position, Outcome(key.refusal()));
      return true;
    }
    ++log_.signatures;
    if (pool_) pool_->check({position, std::string(text_of(parts.event)), *key, parts.signature});
    return true;
  }

  Result<signing::CheckedKey> checked(const signing::KeyId& id) {
    if (const auto known = checked_.find(id); known != checked_.end()) return known->second;
    auto key = signing::CheckedKey::admit(log_.keys.find(id)->public_key);
    if (key) checked_.emplace(id, *key);
    return key;
  }

  void note_facts(const events::Event& event) {
    for (const auto& text : events::promised_texts(event.fact, event.author)) {
      log_.texts.insert(text);
    }
    if (const auto* gone = std::get_if<events::PersonErased>(&event.fact)) {
      log_.erased.insert(gone->person);
    }
  }

  const VerifySettings& settings_;
  const std::uint64_t checkpoint_size_;
  Findings& findings_;
  std::optional<SignaturePool> pool_;
  DerivedLog log_;
  events::EnvelopeSequence sequence_;
  bool lost_before_ = false;  // the entry before this one could not be read
  std::unordered_map<events::Stream, std::uint32_t, StreamHash> versions_;
  std::unordered_map<signing::KeyId, signing::CheckedKey> checked_;
  std::vector<signing::TileHash> completed_;
};

}  // namespace

DerivedLog derive_log(const Store& store, const VerifySettings& settings,
                      std::uint64_t checkpoint_size, Findings& findings, const Progress& progress) {
  Derivation derivation(settings, checkpoint_size, findings);
  const std::uint64_t all = store.size();
  std::uint64_t position = 0;
  const auto rows = store.rows(Family::kEntries);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next(), ++position) {
    if (view_of(rows->key()) != entry_key({position})) {
      findings.add(Fault::kIncomplete, "entries",
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
    findings.add(Fault::kAltered, "entries",
                 {"store.corrupt",
                  {"хранилище не читается: " + rows->status().ToString(),
                   "the store does not read: " + rows->status().ToString()}},
                 events::Position{position});
  }
  return derivation.finish();
}

}  // namespace letopis::ledger

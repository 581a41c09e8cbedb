#include "witness/witness.h"

#include <algorithm>
#include <set>

#include "signing/merkle.h"
#include "witness/add_checkpoint.h"
#include "witness/watched_log.h"

namespace letopis::witness {
namespace {

namespace fs = std::filesystem;

Answer refuse(unsigned status, const std::string& why) {
  return {status, std::string(kPlainText), why + "\n"};
}

Answer conflict(std::uint64_t known) {
  return {409, std::string(kSizeText), std::to_string(known) + "\n"};
}

// What an unopened checkpoint is answered with.
Answer not_opened(const Refusal& why) {
  const auto is = [&](const char* code) { return why.code == code; };
  if (is("policy.unknown_log")) return refuse(404, "this witness does not watch that log");
  if (is("note.bad_signature") || is("note.not_trusted") || is("checkpoint.not_signed_by_log")) {
    return refuse(403, "the checkpoint has no signature of the log that verifies");
  }
  return refuse(400, "this is no checkpoint: " + why.says.en);
}

// The text with the log's own lines alone: others are not vouched for and would only take room.
std::string without_strangers(const std::string& note, const signing::Policy& logs) {
  auto parsed = signing::parse_note(note);
  INVARIANT(parsed.has_value());
  std::erase_if(parsed->signatures, [&](const signing::NoteSignature& line) {
    return std::none_of(logs.logs.begin(), logs.logs.end(), [&](const signing::PolicyLog& log) {
      return log.key.name == line.name && log.key.id() == line.id;
    });
  });
  return signing::print_note(*parsed);
}

// Done iff the checkpoint extends the newest one.
Outcome extends(const signing::Checkpoint& checkpoint,
                const std::optional<signing::Checkpoint>& newest, const AddCheckpoint& request) {
  const signing::Digest root = newest ? newest->root : signing::empty_root();
  return signing::verify_extension({request.old_size, checkpoint.size, root, checkpoint.root},
                                   request.proof);
}

}  // namespace

Witness::Witness(fs::path directory, WitnessKey key)
    : directory_(std::move(directory)), key_(std::make_shared<const WitnessKey>(std::move(key))) {}

Result<Witness> Witness::open(const fs::path& directory) {
  auto key = read_witness_key(directory);
  if (!key) return key.refusal();
  if (const auto logs = read_logs(directory); !logs) return logs.refusal();
  return Witness(directory, *std::move(key));
}

signing::VerifierKey Witness::verifier_key() const {
  return signing::witness_verifier_key(key_->name, key_->key.public_key());
}

Answer Witness::add_checkpoint(std::string_view body, signing::UnixSeconds now) const {
  const auto request = parse_add_checkpoint(body);
  if (!request) return refuse(400, request.refusal().says.en);
  // Read anew each time, so that a log added meanwhile is known.
  const auto logs = read_logs(directory_);
  if (!logs) throw std::runtime_error(logs.refusal().says.en);
  return decide(*request, *logs, now);
}

Answer Witness::decide(const AddCheckpoint& request, const signing::Policy& logs,
                       signing::UnixSeconds now) const {
  const auto opened = signing::open_checkpoint(request.checkpoint, logs);
  if (!opened) return not_opened(opened.refusal());
  const auto& checkpoint = opened->checkpoint;
  const std::string note = without_strangers(request.checkpoint, logs);
  const std::string text = signing::print_checkpoint(checkpoint);

  WatchedLog log(directory_, checkpoint.origin);
  const std::uint64_t known = log.newest() ? log.newest()->size : 0;
  if (request.old_size > checkpoint.size) {
    log.keep_fork(note, checkpoint);
    return refuse(400, "the old size is above the checkpoint's own");
  }
  if (request.old_size != known) {
    log.keep_fork(note, checkpoint);
    return conflict(known);
  }
  if (!extends(checkpoint, log.newest(), request)) {
    if (!log.keep_fork(note, checkpoint) && checkpoint.size > known) {
      log.keep_unproved(note, request.proof);
    }
    return refuse(
        422, "the checkpoint is not proved to extend the one of size " + std::to_string(known));
  }
  if (!log.newest() || checkpoint.size > known) log.keep({now, note}, checkpoint);
  const auto line = signing::cosign_text(text, key_->name, now, key_->key);
  const auto signed_note = signing::print_note({text, {line}});
  return {200, std::string(kPlainText), signed_note.substr(text.size() + 1)};
}

Result<std::vector<LogKnown>> Witness::known() const {
  const auto logs = read_logs(directory_);
  if (!logs) return logs.refusal();
  std::vector<LogKnown> all;
  std::set<std::string> origins;
  for (const auto& one : logs->logs) {
    if (!origins.insert(one.key.name).second) continue;
    const WatchedLog log(directory_, one.key.name);
    LogKnown known{one.key.name, {}, log.evidence()};
    log.history().for_each([&](const KeptCheckpoint& kept) {
      known.kept.push_back(kept);
      return true;
    });
    all.push_back(std::move(known));
  }
  return all;
}

}  // namespace letopis::witness

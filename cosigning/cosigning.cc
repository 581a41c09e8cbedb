#include "cosigning/cosigning.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "archivist/archive_files.h"
#include "signing/tile_tree.h"

namespace letopis::cosigning {

using namespace archivist;
using namespace office;

namespace {

namespace fs = std::filesystem;

// By name, as the log appoints them now.
std::map<std::string, events::WitnessAppointed> appointed(const ledger::Snapshot& log) {
  std::map<std::string, events::WitnessAppointed> found;
  for (const auto position : log.stream({events::StreamKind::kSchool, 0, 0, 0})) {
    const auto event = log.event(position);
    if (!event) continue;
    const auto& fact = event->event.fact;
    if (const auto* one = std::get_if<events::WitnessAppointed>(&fact)) found[one->name] = *one;
    if (const auto* gone = std::get_if<events::WitnessEnded>(&fact)) found.erase(gone->name);
  }
  return found;
}

Refusal grown_meanwhile() {
  return {"cosign.grown",
          {"журнал вырос, пока его читали: повторите",
           "the log grew while it was being read: try again"}};
}

}  // namespace

Result<Cosigning> Cosigning::open(const SchoolReader& school,
                                  const std::optional<std::string>& policy_file) {
  const auto key = read_verifier_key(school_files(school.path()).verifier_key);
  if (!key) return key.refusal();
  auto log = signing::NoteVerifier::admit(*key);
  if (!log) return log.refusal();
  auto published = school.published();
  if (!published) return published.refusal();
  if (published->checkpoint.size > school.log().size()) return grown_meanwhile();
  Cosigning cosigning(school, *std::move(log), *std::move(published));
  const fs::path own = school.path() / "policy.txt";
  if (policy_file || fs::exists(own)) {
    if (auto read = cosigning.read_policy(policy_file ? fs::path(*policy_file) : own); !read) {
      return read.refusal();
    }
  }
  if (auto added = cosigning.add_appointed(); !added) return added.refusal();
  return cosigning;
}

Outcome Cosigning::read_policy(const fs::path& file) {
  const auto text = read_small_file(file, signing::kMaxPolicyBytes);
  if (!text) return text.refusal();
  auto policy = signing::parse_policy(*text);
  if (!policy) return policy.refusal();
  policy_ = *std::move(policy);
  for (const auto& one : policy_.witnesses) {
    if (auto added = add(one.name, one.key, one.url); !added) return added;
  }
  return Done{};
}

Outcome Cosigning::add(const std::string& name, const signing::VerifierKey& key,
                       const std::optional<std::string>& url) {
  const bool there = std::any_of(witnesses_.begin(), witnesses_.end(),
                                 [&](const auto& one) { return one.verifier.key() == key; });
  if (there) return Done{};
  auto verifier = signing::NoteVerifier::admit(key);
  if (!verifier) return verifier.refusal();
  witnesses_.push_back({name, *std::move(verifier), url});
  return Done{};
}

Outcome Cosigning::add_appointed() {
  for (const auto& [name, fact] : appointed(school_.log())) {
    const auto key = signing::parse_verifier_key(fact.verifier_key);
    if (!key) return key.refusal();
    if (auto added = add(name, *key, std::nullopt); !added) return added;
  }
  return Done{};
}

std::optional<std::string> Cosigning::quorum_text(terminal::Language language) const {
  if (!policy_.quorum) return std::nullopt;
  for (const auto& group : policy_.groups) {
    if (group.name != *policy_.quorum) continue;
    return terminal::fill(language, {"{} из {}", "{} of {}"}, group.needed, group.members.size());
  }
  return *policy_.quorum;
}

bool Cosigning::is_witnessed(const CosignedCheckpoint& one) const {
  return policy_.quorum && signing::meets_quorum(policy_, one.verified);
}

Result<CosignedCheckpoint> Cosigning::opened(const std::string& note) const {
  std::vector<signing::NoteVerifier> verifiers;
  for (const auto& one : witnesses_) verifiers.push_back(one.verifier);
  auto opened = signing::open_checkpoint(note, log_, verifiers);
  if (!opened) return opened.refusal();
  const auto& checkpoint = opened->checkpoint;
  if (checkpoint.size > published_.checkpoint.size ||
      signing::root_at(checkpoint.size, school_.log().tree()) != checkpoint.root) {
    return Refusal{"cosign.not_ours",
                   {"эта контрольная точка — не из того, что в журнале сейчас",
                    "this checkpoint is not of what the log holds now"}};
  }
  return CosignedCheckpoint{note, checkpoint, std::move(opened->verified)};
}

Result<CosignedCheckpoint> Cosigning::published() const {
  for (auto& one : kept()) {
    if (one.checkpoint == published_.checkpoint) return std::move(one);
  }
  return opened(published_.note);
}

witness::Question Cosigning::question(const CosignedCheckpoint& about) const {
  // Witnesses are shown the log's own line alone, which all of them know.
  auto note = signing::parse_note(about.note);
  INVARIANT(note.has_value());
  std::erase_if(note->signatures, [&](const auto& line) { return !log_.is_named_by(line); });
  return {signing::print_note(*note), about.checkpoint, school_.log().tree()};
}

std::vector<CosignedCheckpoint> Cosigning::kept() const {
  std::vector<CosignedCheckpoint> found;
  for (const auto& note : read_checkpoints(cosigned_folder(school_.path()))) {
    auto one = opened(note);  // one of a log from which this one was restored is of no use here
    if (one && one->verified.size() > 1) found.push_back(*std::move(one));
  }
  std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.checkpoint.size < right.checkpoint.size;
  });
  return found;
}

std::optional<signing::UnixSeconds> Cosigning::cosigned_at(const CosignedCheckpoint& one,
                                                           const Cosigner& witness) {
  for (const auto& line : one.verified) {
    if (line.key == witness.verifier.key()) return line.time;
  }
  return std::nullopt;
}

std::uint64_t Cosigning::size_known_to(const Cosigner& witness) const {
  std::uint64_t size = 0;
  for (const auto& one : kept()) {
    if (cosigned_at(one, witness)) size = one.checkpoint.size;
  }
  return size;
}

Outcome Cosigning::keep(const CosignedCheckpoint& about, const signing::NoteSignature& line) const {
  std::string note = question(about).note;
  for (const auto& one : kept()) {
    if (one.checkpoint == about.checkpoint) note = one.note;
  }
  const auto parsed = signing::parse_note(note);
  INVARIANT(parsed.has_value());
  const bool there =
      std::any_of(parsed->signatures.begin(), parsed->signatures.end(),
                  [&](const auto& one) { return one.name == line.name && one.id == line.id; });
  if (there) return Done{};  // the earlier moment says more
  const auto added = signing::add_signature(note, line);
  if (!added) return added.refusal();
  write_checkpoint(cosigned_folder(school_.path()), *added, about.checkpoint.size);
  return Done{};
}

Result<CosignedCheckpoint> best_for(const Cosigning& cosigning, events::Position position) {
  std::optional<CosignedCheckpoint> cosigned;
  for (const auto& one : cosigning.kept()) {
    if (one.checkpoint.size <= position.value) continue;
    if (cosigning.is_witnessed(one)) return one;
    if (!cosigned) cosigned = one;
  }
  if (cosigned) return *std::move(cosigned);
  return cosigning.published();
}

}  // namespace letopis::cosigning

#include "witness/misbehaviour.h"

#include "signing/encoding.h"
#include "signing/merkle.h"
#include "signing/text_rules.h"

namespace letopis::witness {
namespace {

constexpr std::string_view kFirstLine = "letopis misbehaviour v1";
constexpr std::string_view kNoProof = "proof none";

Refusal malformed() {
  return {"misbehaviour.malformed",
          {"это не доказательство раздвоения журнала: файл другого вида или слишком длинный",
           "this is no proof of misbehaviour: of another shape, or too long"}};
}

Refusal none() {
  return {"misbehaviour.none",
          {"обе контрольные точки согласны между собой: здесь ничего не доказано",
           "both checkpoints agree: nothing is proved here"}};
}

std::string with_length(const char* word, const std::string& note) {
  return std::string(word) + " " + std::to_string(note.size()) + "\n" + note;
}

std::optional<std::string> take_note(std::string_view& text, std::string_view word) {
  auto line = signing::take_line(text);
  if (!line || !signing::take_prefix(*line, word)) return std::nullopt;
  const auto bytes = signing::from_decimal(*line);
  if (!bytes || *bytes > kMaxCheckpointBytes || *bytes > text.size()) return std::nullopt;
  std::string note(text.substr(0, static_cast<std::size_t>(*bytes)));
  text.remove_prefix(note.size());
  return note;
}

Result<std::vector<signing::Digest>> take_hashes(std::string_view& text, std::size_t count) {
  std::vector<signing::Digest> hashes;
  while (hashes.size() < count) {
    const auto line = signing::take_line(text);
    const auto raw = line ? signing::from_base64(*line) : malformed();
    const auto hash = raw ? signing::digest_from(*raw) : raw.refusal();
    if (!hash) return malformed();
    hashes.push_back(*hash);
  }
  return hashes;
}

}  // namespace

std::string print_misbehaviour(const Misbehaviour& misbehaviour) {
  INVARIANT(misbehaviour.first.size() <= kMaxCheckpointBytes);
  INVARIANT(misbehaviour.second.size() <= kMaxCheckpointBytes);
  std::string text(kFirstLine);
  text += "\n" + with_length("first", misbehaviour.first);
  text += with_length("second", misbehaviour.second);
  if (!misbehaviour.proof) return text.append(kNoProof) + "\n";
  INVARIANT(misbehaviour.proof->size() <= kMaxProofLines);
  text += "proof " + std::to_string(misbehaviour.proof->size()) + "\n";
  for (const auto& hash : *misbehaviour.proof) text += signing::to_base64(hash.view()) + "\n";
  return text;
}

Result<Misbehaviour> parse_misbehaviour(std::string_view text) {
  if (text.size() > kMaxMisbehaviourBytes) return malformed();
  const auto title = signing::take_line(text);
  if (!title || *title != kFirstLine) return malformed();
  auto first = take_note(text, "first ");
  if (!first) return malformed();
  auto second = take_note(text, "second ");
  if (!second) return malformed();
  Misbehaviour misbehaviour{*std::move(first), *std::move(second), std::nullopt};
  auto line = signing::take_line(text);
  if (!line) return malformed();
  if (*line != kNoProof) {
    if (!signing::take_prefix(*line, "proof ")) return malformed();
    const auto count = signing::from_decimal(*line);
    if (!count || *count > kMaxProofLines) return malformed();
    auto hashes = take_hashes(text, static_cast<std::size_t>(*count));
    if (!hashes) return hashes.refusal();
    misbehaviour.proof = *std::move(hashes);
  }
  if (!text.empty()) return malformed();
  return misbehaviour;
}

Result<JudgedMisbehaviour> judge(const Misbehaviour& misbehaviour,
                                 const signing::VerifierKey& log_key) {
  const auto log = signing::NoteVerifier::admit(log_key);
  if (!log) return log.refusal();
  const auto first = signing::open_checkpoint(misbehaviour.first, *log);
  if (!first) return first.refusal();
  const auto second = signing::open_checkpoint(misbehaviour.second, *log);
  if (!second) return second.refusal();
  JudgedMisbehaviour judged{Shown::kTwoRoots, first->checkpoint, second->checkpoint};
  if (judged.first.size == judged.second.size) {
    if (judged.first.root == judged.second.root) return none();
    return judged;
  }
  judged.shown = Shown::kNotConnected;
  const bool grows = judged.first.size < judged.second.size;
  const auto& smaller = grows ? judged.first : judged.second;
  const auto& larger = grows ? judged.second : judged.first;
  if (smaller.size == 0) return none();  // every tree extends the empty one
  if (misbehaviour.proof &&
      signing::verify_consistency({smaller.size, larger.size, smaller.root, larger.root},
                                  *misbehaviour.proof)) {
    return none();
  }
  return judged;
}

}  // namespace letopis::witness

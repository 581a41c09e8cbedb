#include "signing/checkpoint.h"

#include <algorithm>
#include <utility>

#include "signing/encoding.h"
#include "signing/merkle.h"
#include "signing/text_rules.h"

namespace letopis::signing {

namespace {

Refusal malformed() {
  return {"checkpoint.malformed",
          {"Контрольная точка записана неверно: нужны три строки: журнал, размер, корень.",
           "The checkpoint is malformed: three lines are due: origin, size, root."}};
}

Result<Digest> parse_root(std::string_view line) {
  const auto bytes = from_base64(line);
  if (!bytes) return bytes.refusal();
  return digest_from(*bytes);
}

std::vector<NoteVerifier> joined(const NoteVerifier& log, std::span<const NoteVerifier> others) {
  std::vector<NoteVerifier> all = {log};
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

}  // namespace

std::string print_checkpoint(const Checkpoint& checkpoint) {
  INVARIANT(!checkpoint.origin.empty() && checkpoint.origin.find('\n') == std::string::npos);
  return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
         to_base64(checkpoint.root.view()) + '\n';
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
  const auto origin = take_line(text);
  const auto size_line = take_line(text);
  const auto root_line = take_line(text);
  if (!root_line || !text.empty() || origin->empty()) return malformed();
  const auto size = from_decimal(*size_line);
  const auto root = parse_root(*root_line);
  if (!size || !root) return malformed();
  if (*size == 0 && *root != empty_root()) {
    return Refusal{"checkpoint.empty_tree",
                   {"У пустого журнала не тот корень.", "An empty log has another root."}};
  }
  return Checkpoint{std::string(*origin), *size, *root};
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const PrivateKey& log_key) {
  const std::string text = print_checkpoint(checkpoint);
  return print_note({text, {sign_text(text, checkpoint.origin, log_key)}});
}

Result<std::string> add_signature(std::string_view note, const NoteSignature& line) {
  auto parsed = parse_note(note);
  if (!parsed) return parsed.refusal();
  parsed->signatures.push_back(line);
  std::string extended = print_note(*parsed);
  const auto readable = parse_note(extended);
  if (!readable) return readable.refusal();
  return extended;
}

Result<OpenedCheckpoint> open_checkpoint(std::string_view note, const NoteVerifier& log,
                                         std::span<const NoteVerifier> witnesses) {
  auto opened = open_note(note, joined(log, witnesses));
  if (!opened) return opened.refusal();
  auto checkpoint = parse_checkpoint(opened->note.text);
  if (!checkpoint) return checkpoint.refusal();
  if (checkpoint->origin != log.key().name) {
    return Refusal{"checkpoint.origin",
                   {"Это контрольная точка другого журнала: «" + checkpoint->origin + "».",
                    "This is the checkpoint of another log: “" + checkpoint->origin + "”."}};
  }
  const auto is_by_log = [&](const VerifiedSignature& signature) {
    return signature.key == log.key();
  };
  if (std::none_of(opened->verified.begin(), opened->verified.end(), is_by_log)) {
    return Refusal{"checkpoint.not_signed_by_log",
                   {"Контрольная точка не подписана ключом журнала.",
                    "The checkpoint is not signed by the log's key."}};
  }
  return OpenedCheckpoint{*std::move(checkpoint), std::move(opened->verified)};
}

}  // namespace letopis::signing

#include "signing/note.h"

#include <algorithm>
#include <utility>

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::signing {

namespace {

constexpr std::string_view kLineStart = "\u2014 ";  // em dash, one space
constexpr std::size_t kKeyIdBytes = 4;

Refusal too_long() {
  return {"note.too_long",
          {"Подписанная заметка слишком длинна или в ней слишком много подписей.",
           "The signed note is too long or has too many signatures."}};
}

Refusal no_signature() {
  return {"note.no_signature",
          {"Это не подписанная заметка: после пустой строки нет подписей.",
           "This is no signed note: no signatures follow an empty line."}};
}

Refusal malformed_signature() {
  return {"note.malformed_signature",
          {"Строка подписи записана неверно.", "A signature line is malformed."}};
}

Refusal bad_signature(const std::string& name) {
  return {"note.bad_signature",
          {"Подпись ключа «" + name + "» не сходится: заметка изменена или подделана.",
           "The signature of key “" + name + "” does not verify: the note is altered or forged."}};
}

Result<NoteSignature> parse_line(std::string_view line) {
  if (!take_prefix(line, kLineStart)) return malformed_signature();
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return malformed_signature();
  const std::string_view name = line.substr(0, space);
  const auto bytes = from_base64(line.substr(space + 1));
  if (!is_key_name(name) || !bytes || bytes->size() <= kKeyIdBytes) return malformed_signature();
  const auto id = static_cast<std::uint32_t>(read_big_endian(Bytes(*bytes).first(kKeyIdBytes)));
  return NoteSignature{std::string(name), {id}, {bytes->begin() + kKeyIdBytes, bytes->end()}};
}

std::string print_line(const NoteSignature& line) {
  std::string bytes;
  append_big_endian(bytes, line.id.value, kKeyIdBytes);
  append_bytes(bytes, line.signature);
  return std::string(kLineStart) + line.name + ' ' + to_base64(bytes_of(bytes)) + '\n';
}

// An Ed25519 signature that is stated as such, or the one inside a timed cosignature.
Result<Cosignature> claim_of(SignatureType type, Bytes written) {
  if (type == SignatureType::kCosignature) return parse_cosignature(written);
  auto signature = signature_from(written);
  if (!signature) return signature.refusal();
  return Cosignature{{}, *signature};
}

Result<CheckedKey> admit_ed25519(const VerifierKey& key) {
  if (key.type != SignatureType::kEd25519 && key.type != SignatureType::kCosignature) {
    return Refusal{"verifier_key.not_supported",
                   {"Подписи такого вида здесь проверить нельзя.",
                    "Signatures of this type can't be checked here."}};
  }
  const auto point = public_key_from(key.key);
  if (!point) return point.refusal();
  return CheckedKey::admit(*point);
}

}  // namespace

Result<Note> parse_note(std::string_view text) {
  if (text.size() > kMaxNoteBytes) return too_long();
  if (!is_note_text(text)) {
    return Refusal{"note.characters",
                   {"В заметке есть недопустимые знаки или это не UTF-8.",
                    "The note has forbidden characters or is not UTF-8."}};
  }
  const std::size_t border = text.rfind("\n\n");
  if (border == std::string_view::npos || !text.ends_with('\n')) return no_signature();
  Note note{std::string(text.substr(0, border + 1)), {}};
  std::string_view rest = text.substr(border + 2);
  while (const auto line = take_line(rest)) {
    if (note.signatures.size() == kMaxNoteSignatures) return too_long();
    auto signature = parse_line(*line);
    if (!signature) return signature.refusal();
    note.signatures.push_back(*std::move(signature));
  }
  if (note.signatures.empty()) return no_signature();
  return note;
}

std::string print_note(const Note& note) {
  std::string text = note.text + '\n';
  for (const NoteSignature& line : note.signatures) text += print_line(line);
  return text;
}

NoteSignature sign_text(std::string_view text, std::string_view name, const PrivateKey& key) {
  INVARIANT(text.ends_with('\n') && is_note_text(text));
  const Signature signature = key.sign(bytes_of(text));
  return {std::string(name),
          log_verifier_key(name, key.public_key()).id(),
          {signature.bytes.begin(), signature.bytes.end()}};
}

NoteSignature cosign_text(std::string_view text, std::string_view name, UnixSeconds time,
                          const PrivateKey& key) {
  INVARIANT(text.ends_with('\n') && is_note_text(text));
  const std::string written = print_cosignature(cosign(text, time, key));
  const Bytes bytes = bytes_of(written);
  return {std::string(name),
          witness_verifier_key(name, key.public_key()).id(),
          {bytes.begin(), bytes.end()}};
}

NoteVerifier::NoteVerifier(VerifierKey key, const CheckedKey& checked)
    : key_(std::move(key)), id_(key_.id()), checked_(checked) {}

Result<NoteVerifier> NoteVerifier::admit(VerifierKey key) {
  const auto checked = admit_ed25519(key);
  if (!checked) return checked.refusal();
  return NoteVerifier(std::move(key), *checked);
}

bool NoteVerifier::is_named_by(const NoteSignature& line) const {
  return line.id == id_ && line.name == key_.name;
}

Result<VerifiedSignature> NoteVerifier::verify(std::string_view text,
                                               const NoteSignature& line) const {
  INVARIANT(is_named_by(line));
  const auto claim = claim_of(key_.type, line.signature);
  if (!claim) return bad_signature(key_.name);
  const bool is_timed = key_.type == SignatureType::kCosignature;
  const bool is_valid = is_timed ? verify_cosignature(text, *claim, checked_)
                                 : checked_.verify(bytes_of(text), claim->signature);
  if (!is_valid) return bad_signature(key_.name);
  return VerifiedSignature{key_, is_timed ? std::optional(claim->time) : std::nullopt};
}

Result<OpenedNote> open_note(std::string_view text, std::span<const NoteVerifier> trusted) {
  auto note = parse_note(text);
  if (!note) return note.refusal();
  OpenedNote opened{*std::move(note), {}};
  for (const NoteSignature& line : opened.note.signatures) {
    const auto verifier = std::find_if(trusted.begin(), trusted.end(), [&](const auto& candidate) {
      return candidate.is_named_by(line);
    });
    if (verifier == trusted.end()) continue;
    auto verified = verifier->verify(opened.note.text, line);
    if (!verified) return verified.refusal();
    opened.verified.push_back(*std::move(verified));
  }
  if (opened.verified.empty()) {
    return Refusal{
        "note.not_trusted",
        {"Заметку не подписал ни один из известных ключей.", "No known key has signed the note."}};
  }
  return opened;
}

}  // namespace letopis::signing

// Signed notes (C2SP signed-note): a text, an empty line, and the lines of those who signed it.
//
//   TEXT, each line ending in a newline, the last one too
//                                                            the last empty line of the note
//   — NAME BASE64(key id, signature)                         one line a signature
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/cosignature.h"
#include "signing/ed25519.h"
#include "signing/verifier_key.h"

namespace letopis::signing {

inline constexpr std::size_t kMaxNoteBytes = 1'048'576;
inline constexpr std::size_t kMaxNoteSignatures = 200;

// One signature line; `signature` holds what follows the key id, never empty.
struct NoteSignature {
  std::string name;
  NoteKeyId id;
  std::vector<std::byte> signature;
  bool operator==(const NoteSignature&) const = default;
};

// A note as it is written; nothing is proved by its being well formed.
struct Note {
  std::string text;
  std::vector<NoteSignature> signatures;
  bool operator==(const Note&) const = default;
};

// Refuses a note that is too long or has too many signatures ("note.too_long"), is not UTF-8 or has
// control characters besides newline ("note.characters"), has no empty line, no signature or no
// last newline ("note.no_signature"), or a line that is no signature ("note.malformed_signature").
Result<Note> parse_note(std::string_view text);

// The bytes that parse_note reads back as the same note.
std::string print_note(const Note& note);

// The lines that sign `text`. Require: is_key_name(name), and a text that may stand in a note.
NoteSignature sign_text(std::string_view text, std::string_view name, const PrivateKey& key);
NoteSignature cosign_text(std::string_view text, std::string_view name, UnixSeconds time,
                          const PrivateKey& key);

// Whom a signature that verified belongs to, and when, if it says so (cosignatures do).
struct VerifiedSignature {
  VerifierKey key;
  std::optional<UnixSeconds> time;
  bool operator==(const VerifiedSignature&) const = default;
};

// A trusted key, ready to verify lines of notes. A plain value; any thread.
class NoteVerifier {
 public:
  // Refuses a key that is no point ("public_key.not_a_point") and a type that can't be checked here
  // ("verifier_key.not_supported").
  static Result<NoteVerifier> admit(VerifierKey key);

  const VerifierKey& key() const { return key_; }
  NoteKeyId id() const { return id_; }

  // True iff the line claims to be of this key: the same name and id.
  bool is_named_by(const NoteSignature& line) const;

  // What the line proves about the text. Refuses a line that does not verify
  // ("note.bad_signature"). Requires: is_named_by(line).
  Result<VerifiedSignature> verify(std::string_view text, const NoteSignature& line) const;

 private:
  NoteVerifier(VerifierKey key, const CheckedKey& checked);
  VerifierKey key_;
  NoteKeyId id_;
  CheckedKey checked_;
};

// A note that at least one trusted key signed; `verified` in the order of its lines.
struct OpenedNote {
  Note note;
  std::vector<VerifiedSignature> verified;
};

// Refuses what parse_note refuses, a note with a line of a trusted key that does not verify
// ("note.bad_signature"), and one without any line of a trusted key ("note.not_trusted"). Lines of
// unknown keys are ignored, also if they share the name or the id of a known one.
Result<OpenedNote> open_note(std::string_view text, std::span<const NoteVerifier> trusted);

}  // namespace letopis::signing

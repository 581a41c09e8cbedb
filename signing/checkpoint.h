// Signed tree heads (C2SP tlog-checkpoint): which log, how many entries, which root.
//
//   ORIGIN
//   SIZE in decimal
//   BASE64(root)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/digest.h"
#include "signing/note.h"

namespace letopis::signing {

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Digest root;
  bool operator==(const Checkpoint&) const = default;
};

// The note's text. Requires: an origin that is not empty and holds no newline.
std::string print_checkpoint(const Checkpoint& checkpoint);

// Reads exactly those three lines; refuses all else, extension lines too ("checkpoint.malformed"),
// and size 0 with another root than the empty tree's ("checkpoint.empty_tree").
Result<Checkpoint> parse_checkpoint(std::string_view text);

// The checkpoint as a note signed by the log, whose key is named after its origin. That it is
// consistent with every earlier one is the caller's duty. Requires: is_key_name(origin).
std::string sign_checkpoint(const Checkpoint& checkpoint, const PrivateKey& log_key);

// The same note with one more line: a witness's cosignature, or another signature of its text.
// Refuses what parse_note refuses, and more than kMaxNoteSignatures lines ("note.too_long").
Result<std::string> add_signature(std::string_view note, const NoteSignature& line);

// A checkpoint that its log signed; `verified` names everyone of those asked for whose line
// verified, the log among them.
struct OpenedCheckpoint {
  Checkpoint checkpoint;
  std::vector<VerifiedSignature> verified;
};

// Refuses what open_note and parse_checkpoint refuse, a note that the log itself did not sign
// ("checkpoint.not_signed_by_log") and an origin that is not the log key's name
// ("checkpoint.origin").
Result<OpenedCheckpoint> open_checkpoint(std::string_view note, const NoteVerifier& log,
                                         std::span<const NoteVerifier> witnesses = {});

}  // namespace letopis::signing

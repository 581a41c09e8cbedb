// A log's side: asks a witness for its cosignature of a checkpoint.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "outcome/result.h"
#include "signing/checkpoint.h"
#include "signing/note.h"
#include "signing/tile_tree.h"
#include "witness/add_checkpoint.h"
#include "witness/answer.h"

namespace letopis::witness {

// A witness that knows another size is asked again with it; one that changes its mind more often is
// given up.
inline constexpr unsigned kMaxTries = 3;

struct Question {
  std::string note;  // the checkpoint, as the log signed it
  signing::Checkpoint checkpoint;
  signing::RowReader hashes;  // of a tree of at least that size
};

// The request, with the proof from the size that the witness knows. Refuses cosign.witness_ahead
// (that size is above the checkpoint's).
Result<AddCheckpoint> request_from(const Question& question, std::uint64_t known);

// What an answer gives: the line of the witness that verified, or the size that the witness knows.
struct Heard {
  std::optional<signing::NoteSignature> line;
  std::optional<signing::UnixSeconds> time;  // of the line
  std::uint64_t known = 0;                   // where there is no line
};
// Refuses cosign.refused (naming the status and the witness's words), cosign.inconsistent (422: the
// witness knows another history), cosign.no_line (none of this witness), note.bad_signature and
// cosign.answer (409 without a size).
Result<Heard> hear(const Answer& answer, const std::string& checkpoint_text,
                   const signing::NoteVerifier& witness);

// Carries a request to a witness and its answer back.
using Carry = std::function<Result<Answer>(const std::string& request)>;

// Asks with the size that the witness is thought to know, and with the one it says. Refuses what
// the above and `carry` refuse, and cosign.no_agreement after kMaxTries.
Result<Heard> ask(const Question& question, std::uint64_t known,
                  const signing::NoteVerifier& witness, const Carry& carry);

}  // namespace letopis::witness

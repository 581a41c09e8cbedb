// The proof that a log misbehaved: two checkpoints that it signed itself and that do not agree. A
// third person checks it with the log's key alone. docs/witness.md shows one.
//
//   letopis misbehaviour v1
//   first BYTES
//   the checkpoint that the witness had kept, verbatim
//   second BYTES
//   the one that came after, verbatim
//   proof COUNT                     or: proof none
//   BASE64 of a hash                of the consistency proof that was offered and does not hold
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/checkpoint.h"
#include "signing/digest.h"
#include "signing/verifier_key.h"
#include "witness/add_checkpoint.h"

namespace letopis::witness {

inline constexpr std::size_t kMaxMisbehaviourBytes =
    2 * kMaxCheckpointBytes + kMaxProofLines * 45 + 256;

struct Misbehaviour {
  std::string first;
  std::string second;
  std::optional<std::vector<signing::Digest>> proof;
  bool operator==(const Misbehaviour&) const = default;
};

// Requires: checkpoints and a proof within the limits of a request.
std::string print_misbehaviour(const Misbehaviour& misbehaviour);

// Reads exactly what print_misbehaviour writes. Refuses misbehaviour.malformed, too long ones too.
Result<Misbehaviour> parse_misbehaviour(std::string_view text);

enum class Shown : std::uint8_t {
  kTwoRoots,      // one size, two roots: the log told two histories; nothing else can explain it
  kNotConnected,  // two sizes, and no proof that holds: the log owes one, and may still have it
};

struct JudgedMisbehaviour {
  Shown shown = Shown::kTwoRoots;
  signing::Checkpoint first;
  signing::Checkpoint second;
};

// What it shows, by the log's key alone. Refuses a checkpoint that does not open under that key (as
// signing::open_checkpoint does) and two that agree (misbehaviour.none).
Result<JudgedMisbehaviour> judge(const Misbehaviour& misbehaviour,
                                 const signing::VerifierKey& log_key);

}  // namespace letopis::witness

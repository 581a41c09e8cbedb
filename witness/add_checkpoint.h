// What a log asks of a witness (C2SP tlog-witness): the body of POST …/add-checkpoint, and the same
// bytes in a file where there is no network.
//
//   old SIZE
//   BASE64 of a hash          of the consistency proof from SIZE, one a line, 63 at most
//
//   the signed checkpoint, verbatim
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/digest.h"

namespace letopis::witness {

inline constexpr std::size_t kMaxProofLines = 63;
inline constexpr std::size_t kMaxCheckpointBytes = 65'536;  // the note, with all its signatures
inline constexpr std::size_t kMaxRequestBytes = kMaxCheckpointBytes + kMaxProofLines * 45 + 64;

struct AddCheckpoint {
  std::uint64_t old_size = 0;  // of the checkpoint that the witness cosigned last; 0: none
  std::vector<signing::Digest> proof;
  std::string checkpoint;  // as it came; nothing is known of it yet
  bool operator==(const AddCheckpoint&) const = default;
};

// Requires: at most kMaxProofLines hashes, and a checkpoint that is not empty.
std::string print_add_checkpoint(const AddCheckpoint& request);

// Reads exactly what print_add_checkpoint writes. Refuses add_checkpoint.too_long and
// add_checkpoint.malformed.
Result<AddCheckpoint> parse_add_checkpoint(std::string_view text);

}  // namespace letopis::witness

// The proof that an entry is in a log, to be checked offline (C2SP tlog-proof); the entry itself
// lies in a file beside it.
//
//   c2sp.org/tlog-proof@v1
//   extra BASE64                    only if there is any
//   index DECIMAL
//   BASE64 of a hash                the leaf's sibling first, one a line
//
//   the signed checkpoint, verbatim
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/checkpoint.h"
#include "signing/digest.h"
#include "signing/merkle.h"
#include "signing/note.h"

namespace letopis::signing {

inline constexpr std::size_t kMaxReceiptExtraBytes = 65'536;
// The proof's lines, the extra line in base64, the checkpoint, and room for the fixed words.
inline constexpr std::size_t kMaxReceiptBytes =
    kMaxNoteBytes + kMaxProofHashes * 45 + kMaxReceiptExtraBytes / 3 * 4 + 1'024;

struct Receipt {
  std::optional<std::vector<std::byte>> extra;  // proved by nothing; not empty where there is any
  std::uint64_t index = 0;
  std::vector<Digest> proof;
  std::string checkpoint;  // the signed note
  bool operator==(const Receipt&) const = default;
};

// Requires: at most kMaxProofHashes hashes, extra neither empty nor above its limit.
std::string print_receipt(const Receipt& receipt);

// Reads exactly what print_receipt writes, with a well-formed checkpoint inside; refuses all else
// ("receipt.malformed", "receipt.too_long" and what parse_note and parse_checkpoint refuse).
Result<Receipt> parse_receipt(std::string_view text);

// The checkpoint that the receipt proves `entry` to be under. Refuses a checkpoint that does not
// open under the log's key (see open_checkpoint), and an entry, index or proof that does not lead
// to its root (see verify_inclusion).
Result<OpenedCheckpoint> verify_receipt(const Receipt& receipt, Bytes entry,
                                        const NoteVerifier& log,
                                        std::span<const NoteVerifier> witnesses = {});

}  // namespace letopis::signing

// The parts of a CMS SignedData that no signature covers and OpenSSL does not compare: read off the
// bytes, so that nothing in them can be altered unseen. For the sources of this room alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outcome/bytes.h"

namespace letopis::pki {

struct SignerFrame {
  Bytes issuer;       // DER of the name
  Bytes serial;       // of the number
  int digest = 0;     // OpenSSL's number of the algorithm
  int signature = 0;  // the same
};

struct SignedFrame {
  std::uint8_t version = 0;
  int content_type = 0;
  std::vector<int> digests;
  std::vector<SignerFrame> signers;  // in the order of the bytes
};

// Borrows from `der`. Nothing iff the bytes are not of that shape, a signer's version is not 1, or
// an algorithm has parameters that it does not take.
std::optional<SignedFrame> read_signed_frame(Bytes der);

// True iff version and digests are those that RFC 5652 (section 5.1) asks for, and each signer's
// two algorithms belong together.
bool is_consistent(const SignedFrame& frame);

}  // namespace letopis::pki

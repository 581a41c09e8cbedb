// A witness's timed signature of a checkpoint: C2SP cosignature/v1, type 04.
//
// It says: at this time this was the largest consistent tree of the log that I had seen.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::signing {

// Seconds since 1970-01-01T00:00:00Z without leap seconds.
struct UnixSeconds {
  std::uint64_t value = 0;
  auto operator<=>(const UnixSeconds&) const = default;
};

inline constexpr std::uint64_t kMaxCosignatureTime = 0x7fff'ffff'ffff'ffff;
inline constexpr std::size_t kCosignatureBytes = 8 + 64;

struct Cosignature {
  UnixSeconds time;
  Signature signature;
  bool operator==(const Cosignature&) const = default;
};

// The bytes that are signed: "cosignature/v1\ntime DECIMAL\n" and the note's text.
std::string cosigned_message(std::string_view note_text, UnixSeconds time);

// Requires: time <= kMaxCosignatureTime.
Cosignature cosign(std::string_view note_text, UnixSeconds time, const PrivateKey& key);

bool verify_cosignature(std::string_view note_text, const Cosignature& cosignature,
                        const CheckedKey& key);

// As it stands in a signature line after the key id: 8 bytes of time, 64 of signature.
std::string print_cosignature(const Cosignature& cosignature);

// Refuses any other length and a time above kMaxCosignatureTime ("cosignature.malformed").
Result<Cosignature> parse_cosignature(Bytes bytes);

}  // namespace letopis::signing

// SHA-256 (FIPS 180-4), the one hash of the log.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>

#include "outcome/bytes.h"
#include "outcome/result.h"

namespace letopis::signing {

inline constexpr std::size_t kDigestBytes = 32;

// The value of a SHA-256.
struct Digest {
  std::array<std::byte, kDigestBytes> bytes{};

  Bytes view() const { return bytes; }
  auto operator<=>(const Digest&) const = default;
  bool operator==(const Digest&) const = default;
};

// The digest of one contiguous message. Any thread.
Digest sha256(Bytes message);

// The digest of `first` followed by `second`, without joining them. Any thread.
Digest sha256(Bytes first, Bytes second);

// Reads a digest that was stored as raw bytes; refuses any length but 32 ("digest.length").
Result<Digest> digest_from(Bytes raw);

// A digest of a message that comes in pieces. One thread at a time. `finish` gives the value and
// leaves the object as new, ready for another message.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  Sha256& add(Bytes piece);
  Digest finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace letopis::signing

template <>
struct std::hash<letopis::signing::Digest> {
  // A digest is as good as random already: its first bytes are the hash.
  std::size_t operator()(const letopis::signing::Digest& digest) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, digest.bytes.data(), sizeof value);
    return value;
  }
};

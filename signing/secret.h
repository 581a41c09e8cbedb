// Bytes that nobody else may read: wiped when they go, never copied unseen, never printed.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "outcome/bytes.h"

namespace letopis::signing {

// Overwrites the bytes; the compiler may not leave it out.
void wipe(std::span<std::byte> bytes) noexcept;

// Fills the bytes from the operating system's generator. Throws std::runtime_error if it is broken.
void fill_random(std::span<std::byte> bytes);

// True iff both hold the same bytes. Takes the same time wherever they differ; the length is
// public.
bool equal_in_constant_time(Bytes left, Bytes right);

// HKDF-SHA256 (RFC 5869) with no salt: `master` is the keying material, `purpose` the info, so each
// purpose gives bytes that tell nothing about the others'. Requires: a master that is not empty,
// and 1 to 8 160 bytes wanted.
void derive_secret(Bytes master, std::string_view purpose, std::span<std::byte> wanted);

// N secret bytes. Wiped on destruction, on assignment over them and on moving from them (what was
// moved from holds zeros). Copies are made only where `copy` says so. Belongs to one thread at a
// time; reading it from many at once is fine.
template <std::size_t N>
class Secret {
 public:
  static constexpr std::size_t kBytes = N;

  // Takes a copy of the bytes; wiping the original is the caller's duty.
  explicit Secret(std::span<const std::byte, N> bytes) {
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
  }

  static Secret random() {
    Secret secret;
    fill_random(secret.bytes_);
    return secret;
  }

  // The secret that `master` gives for `purpose` (see derive_secret); the same each time.
  static Secret derive(Bytes master, std::string_view purpose) {
    Secret secret;
    derive_secret(master, purpose, secret.bytes_);
    return secret;
  }

  Secret(Secret&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      bytes_ = other.bytes_;
      wipe(other.bytes_);
    }
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { wipe(bytes_); }

  Secret copy() const { return Secret(reveal()); }

  // The bytes themselves, borrowed.
  std::span<const std::byte, N> reveal() const { return bytes_; }

  friend bool operator==(const Secret& left, const Secret& right) {
    return equal_in_constant_time(left.bytes_, right.bytes_);
  }

 private:
  Secret() = default;
  std::array<std::byte, N> bytes_{};
};

using Secret32 = Secret<32>;

}  // namespace letopis::signing

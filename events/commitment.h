// Private texts stay out of the log; the log holds commitments to them.
//
//   commitment = SHA-256("letopis text v1\n" ‖ salt ‖ text)
//
// The salt is 32 random bytes, so a commitment tells nothing even of a text that could be guessed.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/secret.h"

namespace letopis::events {

inline constexpr std::size_t kMaxPrivateTextBytes = 64'000;

// A private text as its author hands it in beside the event: whom it is about decides under whose
// key it is kept.
struct PrivateText {
  PersonNumber about;
  std::array<std::byte, 32> salt{};
  std::string text;
  bool operator==(const PrivateText&) const = default;
};

Commitment commit(std::span<const std::byte, 32> salt, std::string_view text);
inline Commitment commit(const PrivateText& text) { return commit(text.salt, text.text); }

// Where readers find the private texts that views only name.
class TextSource {
 public:
  virtual ~TextSource() = default;
  // The text, or empty: erased, never handed in, or not for this reader.
  virtual std::optional<std::string> find(PersonNumber about, const Commitment& text) const = 0;
};

}  // namespace letopis::events

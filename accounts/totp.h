// One-time passwords by time (RFC 6238), as the programs on people's phones make them: HMAC-SHA1,
// six digits, thirty seconds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/bytes.h"

namespace letopis::accounts {

inline constexpr std::int64_t kTotpStepMs = 30'000;
inline constexpr unsigned kTotpDigits = 6;
inline constexpr std::uint64_t kTotpDrift = 1;  // steps, before and after

using TotpSecret = std::array<std::byte, 20>;

// Which thirty seconds a moment is in, counted from 1970. Requires: not before 1970.
std::uint64_t totp_step(events::Instant now);

// The digits of one step. Requires: 6 to 8 digits.
std::string totp_code(Bytes secret, std::uint64_t step, unsigned digits = kTotpDigits);

// The step that the typed digits belong to, the present one or one of its neighbours; nothing if
// they belong to none of these, or to one that is not after `used`.
std::optional<std::uint64_t> totp_match(Bytes secret, std::string_view typed, events::Instant now,
                                        std::optional<std::uint64_t> used);

// What a phone's program reads from a picture: otpauth://totp/… Texts are escaped here.
std::string totp_uri(Bytes secret, std::string_view school, std::string_view login);

// Base32 of RFC 4648, without padding, as that program wants a secret typed.
std::string to_base32(Bytes bytes);

}  // namespace letopis::accounts

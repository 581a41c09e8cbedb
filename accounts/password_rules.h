// Which passwords and log-ins people may choose.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "outcome/result.h"

namespace letopis::accounts {

inline constexpr std::size_t kLeastPasswordCharacters = 8;
inline constexpr std::size_t kMaxPasswordBytes = 512;
inline constexpr std::size_t kMaxLoginBytes = 64;

// Refuses password.short, password.long, password.unreadable (not UTF-8 of printable characters)
// and password.guessable: the log-in inside it, one character over and over, a run along the
// alphabet or the keyboard, or one of those that everybody tries first. No rule asks for signs of
// several kinds, and none for a change each so many days.
Outcome check_password(std::string_view password, std::string_view login);

// A log-in as it is kept: small letters. Nothing if it is none: 1 to 64 of a-z 0-9 . _ -, the first
// a letter; and the founder, whose key never lies on a server, has none.
std::optional<std::string> folded_login(std::string_view typed);

}  // namespace letopis::accounts

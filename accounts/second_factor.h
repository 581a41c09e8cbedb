// What a person proves besides the password: digits from a phone, or one of a few codes on paper.
//
// It is kept sealed under what the password gives, so it can be looked at only while its owner is
// at the door, and a stolen disk does not make anybody's digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/totp.h"
#include "signing/digest.h"
#include "signing/secret.h"

namespace letopis::accounts {

inline constexpr std::size_t kRecoveryCodes = 10;
inline constexpr std::size_t kMaxSecondBytes = 32;  // of what is typed

struct SecondFactor {
  TotpSecret secret{};
  std::optional<std::uint64_t> used;      // the last step taken: it and those before are no more
  std::vector<signing::Digest> recovery;  // of the codes that are left
  bool operator==(const SecondFactor&) const = default;
};

TotpSecret random_totp_secret();

// Ten letters each, in two groups; 50 random bits. Their digests replace those of `factor`.
std::vector<std::string> renew_recovery(SecondFactor& factor);

// Whether the digits or the code are good. What was taken is marked so in `factor`, which then has
// to be kept before anything rests on the answer.
bool accept(SecondFactor& factor, std::string_view typed, events::Instant now);

// Whether the digits would be good, had they not been taken before.
bool is_repeated(const SecondFactor& factor, std::string_view typed, events::Instant now);

std::string seal(const SecondFactor& factor, events::PersonNumber person,
                 const signing::Secret32& login_half);
// Throws ShelfFailure for what was sealed otherwise. Requires: the account's own login half.
SecondFactor unseal_second(std::string_view sealed, events::PersonNumber person,
                           const signing::Secret32& login_half);

}  // namespace letopis::accounts

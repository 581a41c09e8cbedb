// Random words that open a door: the browser or a program keeps the word, the shelf its digest.
#pragma once

#include <string>
#include <string_view>

#include "outcome/bytes.h"
#include "signing/digest.h"

namespace letopis::accounts {

inline constexpr std::size_t kMaxTokenBytes = 64;  // of what is looked up at all

// 256 random bits in 43 letters of base64url.
std::string random_token();

std::string printed_token(Bytes bytes);  // base64url (RFC 4648 section 5), without padding

signing::Digest token_digest(std::string_view token);

}  // namespace letopis::accounts

// The place of a key in a token as one line of text: a PKCS#11 URI (RFC 7512) such as
// "pkcs11:token=school;object=director?module-path=/usr/lib/softhsm/libsofthsm2.so".
#pragma once

#include <cstddef>
#include <string_view>

#include "outcome/result.h"
#include "pki/identity.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxTokenUriBytes = 1'024;

// The key and the certificate to it share all that the URI says of them. Refuses token.uri: another
// scheme, no module-path, a type of its own, or a PIN in it (others could read it).
Result<TokenPlace> parse_token_uri(std::string_view uri);

}  // namespace letopis::pki

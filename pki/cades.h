// Detached signatures beside a file: CMS (RFC 5652) in DER, CAdES-BES (ETSI EN 319 122-1). Each
// signer signs four attributes: content type, digest of the content, signing time, and which
// certificate is theirs (signing-certificate-v2). What `openssl cms -verify -cades -binary`
// accepts.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/identity.h"
#include "pki/moment.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxSignatureBytes = 1'048'576;
inline constexpr std::size_t kMaxSigners = 16;

// The signatures of all signers over the content, which itself is not in them. `at` is what the
// signers claim. Any thread, as long as no signer is used by two at once. Requires: 1 to
// kMaxSigners signers. Refuses cades.not_signed: the token does not sign (pulled out, or locked).
Result<std::vector<std::byte>> sign_detached(Bytes content,
                                             std::span<const SigningIdentity* const> signers,
                                             Moment at);

}  // namespace letopis::pki

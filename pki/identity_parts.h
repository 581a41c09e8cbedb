// What an identity signs with; for the sources of this room alone.
#pragma once

#include <vector>

#include "pki/certificate.h"
#include "pki/identity.h"
#include "pki/openssl.h"

namespace letopis::pki {

struct SigningIdentity::Parts {
  HeldCertificate opened;
  HeldKey key;  // OpenSSL wipes what it frees of a private key
  Certificate certificate;
  std::vector<Certificate> between;
  bool in_token = false;
};

// Refuses identity.key: the certificate of another key, or one that is not P-256.
Result<SigningIdentity> identity_of(HeldCertificate opened, HeldKey key,
                                    std::vector<Certificate> between, bool in_token);

}  // namespace letopis::pki

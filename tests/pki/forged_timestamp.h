// Timestamps whose words are an authority's and whose signature is another's.
#pragma once

#include <vector>

#include "outcome/bytes.h"
#include "pki/identity.h"

namespace letopis::pki {

// Requires: a sound answer.
std::vector<std::byte> forge_timestamp(Bytes sound, const SigningIdentity& signer);

}  // namespace letopis::pki

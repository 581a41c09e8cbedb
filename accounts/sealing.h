// A key's seed and the like, sealed under what only the owner's password gives: XChaCha20-Poly1305,
// random nonces.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "signing/secret.h"

namespace letopis::accounts {

// nonce ‖ ciphertext ‖ tag. `beside` is not hidden but bound: opening needs the same.
std::string seal(const signing::Secret32& key, std::string_view beside, Bytes plain);

// Empty iff the key, `beside` or any byte is another than at sealing. The caller wipes it.
std::optional<std::string> unseal(const signing::Secret32& key, std::string_view beside,
                                  std::string_view sealed);

}  // namespace letopis::accounts

// Authenticated encryption of small secrets: XChaCha20-Poly1305 (libsodium), random nonces.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "signing/secret.h"

namespace letopis::ledger {

inline constexpr std::size_t kNonceBytes = 24;
inline constexpr std::size_t kTagBytes = 16;

// nonce ‖ ciphertext ‖ tag. `beside` is not hidden but bound: opening needs the same.
std::string seal(const signing::Secret32& key, std::string_view beside, std::string_view plain);

// Empty iff the key, `beside` or any byte is another than at sealing.
std::optional<std::string> unseal(const signing::Secret32& key, std::string_view beside,
                                  std::string_view sealed);

}  // namespace letopis::ledger

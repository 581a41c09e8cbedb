// Verifier keys: what is read is printed the same, and every key with a proper name survives.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/verifier_key.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto key = parse_verifier_key(text)) INVARIANT(print_verifier_key(*key) == text);
  // Its id can't be guessed, so the input serves as a name too.
  if (!is_key_name(text)) return 0;
  const VerifierKey key = witness_verifier_key(text, PublicKey{});
  const auto read = parse_verifier_key(print_verifier_key(key));
  INVARIANT(read && *read == key);
  return 0;
}

// Base64, hexadecimal and decimals: what is read is printed the same, and bytes survive.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/encoding.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Bytes bytes = bytes_of(text);
  if (const auto read = from_base64(text)) INVARIANT(to_base64(*read) == text);
  if (const auto read = from_hex(text)) INVARIANT(to_hex(*read) == text);
  if (const auto read = from_decimal(text)) INVARIANT(std::to_string(*read) == text);
  INVARIANT(std::ranges::equal(*from_base64(to_base64(bytes)), bytes));
  INVARIANT(std::ranges::equal(*from_hex(to_hex(bytes)), bytes));
  return 0;
}

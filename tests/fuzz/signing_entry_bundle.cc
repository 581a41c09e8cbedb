// Entry bundles and tiles: what is read is written the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/tiles.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const unsigned width = data[0] + 1U;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (const auto entries = parse_entry_bundle(bytes_of(text), width)) {
    std::string bundle;
    for (const Bytes entry : *entries) append_entry(bundle, entry);
    INVARIANT(entries->size() == width && bundle == text);
  }
  if (const auto hashes = parse_tile(bytes_of(text), width)) INVARIANT(print_tile(*hashes) == text);
  return 0;
}

// Paths of tiles: what is read is printed the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/tiles.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string with_start = "tile/" + std::string(input);
  for (const std::string_view text : {input, std::string_view(with_start)}) {
    if (const auto path = parse_tile_path(text)) INVARIANT(print_tile_path(*path) == text);
  }
  return 0;
}

// Manifests of volumes: what is read is printed the same, and leads nowhere else.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/manifest.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto manifest = parse_manifest(text);
  if (!manifest) return 0;
  INVARIANT(print_manifest(*manifest) == text);
  for (const auto& [path, digest] : *manifest) {
    // A name may begin with dots; none of its parts may be a way up.
    INVARIANT(is_volume_path(path) && path.front() != '/');
    INVARIANT(("/" + path + "/").find("/../") == std::string::npos);
  }
  return 0;
}

// What joins a volume to the tree before it: what is read is printed the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "archive/joint.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto joint = parse_joint(text)) INVARIANT(print_joint(*joint) == text);
  return 0;
}

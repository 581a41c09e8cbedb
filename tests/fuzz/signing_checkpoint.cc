// Checkpoints: what is read is printed the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/checkpoint.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  // A root can't be guessed, so half of what is tried brings one along.
  const std::string with_root =
      std::string(input) + "\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
  for (const std::string_view text : {input, std::string_view(with_root)}) {
    const auto checkpoint = parse_checkpoint(text);
    if (checkpoint) INVARIANT(print_checkpoint(*checkpoint) == text);
  }
  return 0;
}

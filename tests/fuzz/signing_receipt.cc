// Receipts: what is read is printed the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/merkle.h"
#include "signing/receipt.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string checkpoint = sign_checkpoint(
      {"a", 0, empty_root()}, PrivateKey(Secret32::derive(bytes_of("fuzz"), "log")));
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  // A checkpoint can't be guessed, so half of what is tried brings one along.
  const std::string with_checkpoint =
      "c2sp.org/tlog-proof@v1\n" + std::string(input) + "\n\n" + checkpoint;
  for (const std::string_view text : {input, std::string_view(with_checkpoint)}) {
    if (const auto receipt = parse_receipt(text)) INVARIANT(print_receipt(*receipt) == text);
  }
  return 0;
}

// Codes of sheets: what is read is the very text that is printed again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "reports/paper_code.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::reports;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto code = parse_paper_code(text);
  if (code) INVARIANT(print_paper_code(*code) == text);
  return 0;
}

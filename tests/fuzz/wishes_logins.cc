// Files of logins: what is read is printed in one form, which is read as the same logins.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "outcome/invariant.h"
#include "wishes/logins.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::wishes;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto logins = Logins::parse(input);
  if (!logins) return 0;
  const auto again = Logins::parse(logins->print());
  INVARIANT(again && *again == *logins);
  return 0;
}

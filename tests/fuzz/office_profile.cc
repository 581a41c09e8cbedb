// School profiles: what is read is printed in one form, which is read as the same profile.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "office/school_files.h"
#include "outcome/invariant.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::office;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto profile = parse_profile(input);
  if (!profile) {
    INVARIANT(!profile.refusal().says.ru.empty() && !profile.refusal().says.en.empty());
    return 0;
  }
  const auto again = parse_profile(print_profile(*profile));
  INVARIANT(again && *again == *profile);
  return 0;
}

// Cosignatures: what is read is printed as the same bytes.
#include <cstddef>
#include <cstdint>

#include "outcome/invariant.h"
#include "signing/cosignature.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes input(reinterpret_cast<const std::byte*>(data), size);
  const auto cosignature = parse_cosignature(input);
  if (!cosignature) return 0;
  INVARIANT(cosignature->time.value <= kMaxCosignatureTime);
  INVARIANT(print_cosignature(*cosignature) == text_of(input));
  return 0;
}

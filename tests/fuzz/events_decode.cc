// Events: what is accepted is encoded to the same bytes.
#include <span>

#include "fuzz/events_samples.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::events;  // NOLINT(google-build-using-namespace)

namespace {

void judge(Bytes bytes) {
  const auto event = decode(bytes);
  const auto unchecked = decode_form_unchecked(bytes);
  if (!event) return;
  INVARIANT(text_of(encode(*event)) == text_of(bytes));
  INVARIANT(unchecked && *unchecked == *event);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::string> known = samples();
  judge(std::as_bytes(std::span(data, size)));
  for (const auto& bytes : known) judge(bytes_of(spoiled(bytes, data, size)));
  return 0;
}

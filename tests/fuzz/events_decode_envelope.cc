// Envelopes: what is accepted keeps to the limits, and the whole event, if it is one, says the
// same.
#include <span>

#include "fuzz/events_samples.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::events;  // NOLINT(google-build-using-namespace)

namespace {

void judge(Bytes bytes) {
  const auto envelope = decode_envelope(bytes);
  const auto event = decode(bytes);
  INVARIANT(!event || envelope);
  if (!envelope) return;
  INVARIANT(bytes.size() % 8 == 0 && bytes.size() <= kMaxEventBytes);
  INVARIANT(envelope->index < envelope->count && envelope->count <= kMaxCommandEvents);
  INVARIANT(!event || *envelope == static_cast<const Envelope&>(*event));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::string> known = samples();
  judge(std::as_bytes(std::span(data, size)));
  for (const auto& bytes : known) judge(bytes_of(spoiled(bytes, data, size)));
  return 0;
}

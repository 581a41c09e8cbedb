// Entries: what is cut is joined to the same bytes.
#include <cstddef>
#include <cstdint>
#include <span>

#include "events/entry.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::events;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = std::as_bytes(std::span(data, size));
  const auto parts = cut_entry(input);
  if (!parts) return 0;
  const SignedEvent event{std::string(text_of(parts->event)), parts->key, parts->signature};
  INVARIANT(make_entry(event, parts->recorded) == text_of(input));
  return 0;
}

// Fuzzes the entries of the log of access: what is read is printed as it was.
#include <span>

#include "outcome/invariant.h"
#include "trace/entry.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto entry = letopis::trace::parse_entry(bytes);
  if (entry) INVARIANT(letopis::trace::print(*entry) == letopis::text_of(bytes));
  return 0;
}

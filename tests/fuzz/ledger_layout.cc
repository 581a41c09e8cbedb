// Rows of the store: what is read is written the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ledger/layout.h"
#include "outcome/invariant.h"

using namespace letopis::ledger;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (const auto position = read_position(input)) INVARIANT(position_value(*position) == input);
  if (const auto place = read_command_place(input)) INVARIANT(command_value(*place) == input);
  if (const auto head = read_head(input)) INVARIANT(head_value(*head) == input);
  // A row without an end, or without a void, may hold anything in the place of it.
  if (const auto record = read_key_row(input)) {
    INVARIANT(read_key_row(key_row_value(*record)) == record);
  }
  return 0;
}

// A request to a witness, its answer and a proof of misbehaviour: what is read is printed the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "witness/add_checkpoint.h"
#include "witness/answer.h"
#include "witness/misbehaviour.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::witness;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto request = parse_add_checkpoint(text)) {
    INVARIANT(print_add_checkpoint(*request) == text);
  }
  if (const auto answer = parse_answer(text)) INVARIANT(print_answer(*answer) == text);
  if (const auto proof = parse_misbehaviour(text)) INVARIANT(print_misbehaviour(*proof) == text);
  return 0;
}

// Fuzzes the activation codes that people type.
#include <span>

#include "accounts/codes.h"
#include "outcome/invariant.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using letopis::accounts::Code;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const auto code = Code::parse(typed);
  if (!code) return 0;
  const auto again = Code::parse(code->print());
  INVARIANT(again && again->print() == code->print());
  return 0;
}

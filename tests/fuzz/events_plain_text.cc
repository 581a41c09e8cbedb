// Plain texts: judged as a whole as character by character, by the reader that notes have.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "events/text.h"
#include "outcome/invariant.h"
#include "signing/text_rules.h"

using namespace letopis;  // NOLINT(google-build-using-namespace)

namespace {

bool is_plain(std::string_view text) {
  while (!text.empty()) {
    const auto character = signing::take_character(text);
    if (!character) return false;
    if (*character < 0x20 && *character != '\n') return false;
    if (*character >= 0x7F && *character < 0xA0) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  INVARIANT(events::is_plain_text(text) == is_plain(text));
  return 0;
}

#include "documents/plain_text.h"

#include <glib.h>

namespace letopis::documents {
namespace {

bool ends_a_forbidden(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t back) { return static_cast<unsigned char>(text[at - back]); };
  if (byte(0) < 0x20) return byte(0) != '\n';
  if (byte(0) == 0x7F) return true;
  if (at >= 1 && byte(1) == 0xC2) return byte(0) < 0xA0;
  return at >= 2 && byte(2) == 0xEF && byte(1) == 0xBF && byte(0) >= 0xBE;
}

}  // namespace

bool is_plain_text(std::string_view text) {
  if (g_utf8_validate_len(text.data(), text.size(), nullptr) == FALSE) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (ends_a_forbidden(text, at)) return false;
  }
  return true;
}

}  // namespace letopis::documents

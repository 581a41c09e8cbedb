#include "events/text.h"

#include <cstdint>

namespace letopis::events {
namespace {

struct Lead {
  unsigned length;      // bytes of the sequence, 0 for a byte that starts none
  std::uint32_t bits;   // of the lead byte
  std::uint32_t least;  // smallest code point that needs this length
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

bool is_allowed(std::uint32_t point) {
  if (point < 0x20) return point == '\n';
  if (point >= 0x7F && point < 0xA0) return false;
  if (point >= 0xD800 && point < 0xE000) return false;
  return point <= 0x10FFFF;
}

}  // namespace

bool is_plain_text(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (lead.length == 0 || at + lead.length > text.size()) return false;
    std::uint32_t point = lead.bits;
    for (unsigned i = 1; i < lead.length; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if ((byte & 0xC0u) != 0x80) return false;
      point = (point << 6) | (byte & 0x3Fu);
    }
    if (point < lead.least || !is_allowed(point)) return false;
    at += lead.length;
  }
  return true;
}

}  // namespace letopis::events

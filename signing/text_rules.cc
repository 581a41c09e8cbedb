#include "signing/text_rules.h"

#include <cstddef>

#include "outcome/invariant.h"

namespace letopis::signing {

namespace {

// How a character of more than one byte begins: the bytes that follow, the bits that the first one
// carries, and the least character that may be written so long.
struct Form {
  std::size_t following;
  std::uint32_t bits;
  std::uint32_t least;
};

std::optional<Form> form_of(unsigned char lead) {
  if ((lead & 0xe0) == 0xc0) return Form{1, lead & 0x1fU, 0x80};
  if ((lead & 0xf0) == 0xe0) return Form{2, lead & 0x0fU, 0x800};
  if ((lead & 0xf8) == 0xf0) return Form{3, lead & 0x07U, 0x1'0000};
  return std::nullopt;
}

bool is_surrogate(std::uint32_t character) { return character >= 0xd800 && character <= 0xdfff; }

}  // namespace

std::optional<std::uint32_t> take_character(std::string_view& text) {
  INVARIANT(!text.empty());
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) {
    text.remove_prefix(1);
    return lead;
  }
  const auto form = form_of(lead);
  if (!form || text.size() <= form->following) return std::nullopt;
  std::uint32_t character = form->bits;
  for (std::size_t at = 1; at <= form->following; ++at) {
    const auto next = static_cast<unsigned char>(text[at]);
    if ((next & 0xc0) != 0x80) return std::nullopt;
    character = character << 6 | (next & 0x3fU);
  }
  if (character < form->least || character > 0x10'ffff || is_surrogate(character)) {
    return std::nullopt;
  }
  text.remove_prefix(1 + form->following);
  return character;
}

bool is_note_text(std::string_view text) {
  while (!text.empty()) {
    const auto character = take_character(text);
    if (!character || (*character < 0x20 && *character != '\n')) return false;
  }
  return true;
}

bool is_white_space(std::uint32_t character) {
  if (character >= 0x2000 && character <= 0x200a) return true;
  if (character >= 0x09 && character <= 0x0d) return true;
  switch (character) {
    case 0x20:
    case 0x85:
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000: return true;
    default: return false;
  }
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace letopis::signing

// What characters a note may have, and its splitting into lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace letopis::signing {

// Takes the first character off `text`, which must not be empty. Nothing iff it does not begin with
// well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no spare bytes, nothing above U+10FFFF).
std::optional<std::uint32_t> take_character(std::string_view& text);

// True iff all of the text is UTF-8 without control characters (those below U+0020) but newline.
bool is_note_text(std::string_view text);

// True iff the character has Unicode's property White_Space.
bool is_white_space(std::uint32_t character);

// Takes the first line off `text`, without its newline. Nothing iff no newline is left.
std::optional<std::string_view> take_line(std::string_view& text);

// Takes `prefix` off the front of `text`. False, and nothing taken, iff it does not begin so.
bool take_prefix(std::string_view& text, std::string_view prefix);

}  // namespace letopis::signing

// Texts of facts: valid UTF-8 without control characters other than newline.
#pragma once

#include <string_view>

namespace letopis::events {

// True iff well-formed UTF-8 (RFC 3629: shortest forms, no surrogates, up to U+10FFFF) in which
// the only control character is U+000A.
bool is_plain_text(std::string_view text);

}  // namespace letopis::events

// What texts of a document may hold.
#pragma once

#include <cstddef>
#include <string_view>

namespace letopis::documents {

// True iff well-formed UTF-8 (RFC 3629) of characters that every format can keep: of the control
// characters U+000A alone, none that XML forbids (U+FFFE, U+FFFF).
bool is_plain_text(std::string_view text);

}  // namespace letopis::documents

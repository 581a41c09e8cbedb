// The head of a request, read more strictly than a tolerant parser does: what two programs in a row
// could understand in two ways is refused, so that no request hides in another.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "outcome/result.h"

namespace letopis::http {

// All borrowed from the head.
struct Head {
  std::string_view method;
  std::string_view target;                    // path and query, or "*"
  std::optional<std::string_view> authority;  // of a target in absolute form
  std::size_t headers = 0;
};

// Requires: the bytes of a request up to and with the first empty line, "\r\n\r\n".
// Refuses http.request unless
//   - each line ends with CR LF and neither sign stands elsewhere, no line is folded, and no other
//     control sign but a tab in a value stands anywhere;
//   - the first line is METHOD SP TARGET SP "HTTP/1.0" or "HTTP/1.1", the target visible ASCII: a
//     path, "http(s)://authority" and a path, or "*" of OPTIONS (RFC 9112, 3.2);
//   - each header is a token, at once a colon, and a value;
//   - there is one Host in HTTP/1.1 and never more (RFC 9112, 3.2);
//   - Content-Length is one number, stands once, and never with Transfer-Encoding; and that is
//     "chunked", once, in HTTP/1.1 (RFC 9112, 6.1 and 6.3).
Result<Head> parse_head(std::string_view head);

// What a header is made of (RFC 9110, 5.1 and 5.5).
bool is_token(std::string_view text);
bool is_value(std::string_view text);

// The server's own refusal of what is no request: why, in English, as "a line is folded".
Refusal no_request(std::string_view why_ru, std::string_view why_en);

}  // namespace letopis::http

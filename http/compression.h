// Answers made smaller by gzip, for those who take it and where it pays.
#pragma once

#include <cstddef>
#include <string_view>

#include "http/message.h"

namespace letopis::http {

inline constexpr std::size_t kLeastCompressed = 1'024;  // bytes of a body; below, it does not pay

// Whether a client that says this takes gzip (RFC 9110, 12.5.3): named itself or by "*", and not
// with the weight 0. A value that cannot be read takes nothing.
bool accepts_gzip(std::string_view accept_encoding);

// Whether bodies of that media type shrink: text, JSON, XML, SVG, scripts, fonts that are not
// compressed already.
bool shrinks(std::string_view content_type);

// Compresses the body of a whole answer (200 to 299 but 206) where all of the above holds and it
// becomes shorter, and tells so by Content-Encoding, Vary and a tag of its own. Leaves alone what
// is `plain` or has a Content-Encoding.
void compress_where_it_pays(const Request& request, Response& response);

// The tag of the compressed form of what has that strong tag: "abc" becomes "abc-gzip".
std::string compressed_tag(std::string_view tag);

// Says in Vary that the form depends on Accept-Encoding, where it does.
void tell_that_encoding_varies(Response& response);

}  // namespace letopis::http

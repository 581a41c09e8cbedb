// Answers that need not be sent again: a tag of their bytes, and "you have it already".
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace letopis::http {

// Strong: the first 16 bytes of SHA-256 in hexadecimal, between quotes; nobody can make two bodies
// with one tag.
std::string entity_tag(std::string_view body);

// Whether an If-None-Match names that tag (also its compressed form) or "*" (RFC 9110, 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag);

// The answer with a tag; to a GET or HEAD that names it, a 304 without a body instead. Leaves
// alone what is not 200 and what comes in pieces; keeps a tag that the answer has.
Response with_etag(const Request& request, Response response);

}  // namespace letopis::http

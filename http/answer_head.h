// The first line and the headers of an answer, as bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "http/message.h"

namespace letopis::http {

struct Framing {
  unsigned version = 11;                // of the request
  bool keep_alive = false;              // whether the connection goes on
  std::optional<std::uint64_t> length;  // of the body; unknown: in chunks, or until the end
};

// Whether an answer of that status has a body at all (RFC 9110, 15.2, 15.3.5, 15.4.5).
bool has_body(unsigned status);

// With Date, and Content-Length, Transfer-Encoding and Connection as the framing needs them; the
// same of the answer's own are left out. Nothing iff a header could be taken for two: a name that
// is no token, or a sign of control in a value; or if the status is none; then the handler is at
// fault.
std::optional<std::string> head_of(const Response& response, const Framing& framing);

}  // namespace letopis::http

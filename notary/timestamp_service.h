// A timestamp authority over HTTP (RFC 3161, section 3.4): POST / with a request, its answer back.
// Plain: answers are signed, and nothing but a digest is ever asked about.
#pragma once

#include "http/server.h"
#include "notary/timestamp_desk.h"

namespace letopis::notary {

// A request is at most pki::kMaxTimestampRequestBytes.
http::ServerLimits timestamp_service_limits();

// Answers 404 to any other path, 405 to any other method, 415 to another Content-Type, 400 to what
// is no request, and 503 while nothing may be stamped. The desk outlives it. What the desk throws
// is the server's 500.
http::Handler timestamp_service(TimestampDesk& desk);

}  // namespace letopis::notary

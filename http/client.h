// One HTTP request to another machine, within limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "http/message.h"
#include "outcome/result.h"

namespace letopis::http {

struct ClientLimits {
  std::uint64_t body_bytes = 1'048'576;          // of the answer
  std::chrono::milliseconds whole_time{30'000};  // from the first look-up to the last byte
};

// Posts to "http://HOST[:PORT]/PATH" and waits for the answer, whatever its status. Follows
// nothing. Refuses http.url (another scheme too), http.unreachable (nobody answers there, or the
// connection broke), http.slow and http.answer (no HTTP, or longer than the limit).
Result<Response> post(const std::string& url, const std::string& content_type, std::string body,
                      const ClientLimits& limits);

}  // namespace letopis::http

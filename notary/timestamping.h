// Timestamps (RFC 3161) asked of an authority over HTTP. Plain HTTP will do: an answer is signed,
// and repeats the number that this very request drew.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "http/client.h"
#include "outcome/bytes.h"
#include "outcome/result.h"

namespace letopis::notary {

inline constexpr std::string_view kTimestampQuery = "application/timestamp-query";
inline constexpr std::string_view kTimestampReply = "application/timestamp-reply";

// The answer's DER over these bytes. Any thread.
using TimestampSource = std::function<Result<std::vector<std::byte>>(Bytes content)>;

http::ClientLimits timestamp_client_limits();

// An answer to this very request, granted; who signed it is judged where the roots are known.
// Refuses what http::post refuses, timestamp.status (the authority answered otherwise) and what
// pki::matches_request refuses.
Result<std::vector<std::byte>> request_timestamp(
    const std::string& url, Bytes content,
    const http::ClientLimits& limits = timestamp_client_limits());

TimestampSource timestamps_from(std::string url);

}  // namespace letopis::notary

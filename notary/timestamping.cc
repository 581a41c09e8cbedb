#include "notary/timestamping.h"

#include <fmt/format.h>

#include "pki/timestamp.h"

namespace letopis::notary {

http::ClientLimits timestamp_client_limits() {
  return {.body_bytes = pki::kMaxTimestampBytes, .whole_time = std::chrono::seconds(20)};
}

Result<std::vector<std::byte>> request_timestamp(const std::string& url, Bytes content,
                                                 const http::ClientLimits& limits) {
  const auto request = pki::make_timestamp_request(content);
  const auto response =
      http::post(url, std::string(kTimestampQuery), std::string(text_of(request)), limits);
  if (!response) return response.refusal();
  const auto type = http::header(response->headers, "Content-Type");
  if (response->status != 200 || type != kTimestampReply) {
    return Refusal{
        "timestamp.status",
        {fmt::format("служба меток времени {} ответила не меткой (код {})", url, response->status),
         fmt::format("the timestamp authority {} answered with no timestamp (status {})", url,
                     response->status)}};
  }
  const Bytes answer = bytes_of(response->body);
  if (auto ours = pki::matches_request(answer, request); !ours) return ours.refusal();
  return std::vector<std::byte>(answer.begin(), answer.end());
}

TimestampSource timestamps_from(std::string url) {
  return [url = std::move(url)](Bytes content) { return request_timestamp(url, content); };
}

}  // namespace letopis::notary

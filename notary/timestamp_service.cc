#include "notary/timestamp_service.h"

#include "notary/timestamping.h"
#include "pki/timestamp.h"

namespace letopis::notary {

namespace {

constexpr std::string_view kPlainText = "text/plain; charset=utf-8";

}  // namespace

http::ServerLimits timestamp_service_limits() {
  http::ServerLimits limits;
  limits.body_bytes = pki::kMaxTimestampRequestBytes;
  limits.connections = 64;
  return limits;
}

http::Handler timestamp_service(TimestampDesk& desk) {
  return [&desk](const http::Request& request) {
    if (request.target != "/") return http::answer(404, kPlainText, "there is only POST / here\n");
    if (request.method != "POST") {
      auto response = http::answer(405, kPlainText, "only POST is taken here\n");
      response.headers.push_back({"Allow", "POST"});
      return response;
    }
    if (http::header(request.headers, "Content-Type") != kTimestampQuery) {
      return http::answer(415, kPlainText, "only application/timestamp-query is taken here\n");
    }
    const auto answer = desk.answer(bytes_of(request.body));
    if (answer) return http::answer(200, kTimestampReply, std::string(text_of(*answer)));
    const unsigned status = answer.refusal().code == "timestamp.request" ? 400 : 503;
    return http::answer(status, kPlainText, answer.refusal().says.en + "\n");
  };
}

}  // namespace letopis::notary

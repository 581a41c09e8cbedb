#include "witness/service.h"

namespace letopis::witness {

http::ServerLimits service_limits() {
  http::ServerLimits limits;
  limits.body_bytes = kMaxRequestBytes;
  limits.connections = 64;
  return limits;
}

http::Handler service(const Witness& witness, std::function<signing::UnixSeconds()> now) {
  return [&witness, now = std::move(now)](const http::Request& request) {
    if (request.target != kAddCheckpointPath) {
      return http::answer(404, kPlainText, "there is only POST /add-checkpoint here\n");
    }
    if (request.method != "POST") {
      auto response = http::answer(405, kPlainText, "only POST is taken here\n");
      response.headers.push_back({"Allow", "POST"});
      return response;
    }
    auto answer = witness.add_checkpoint(request.body, now());
    return http::answer(answer.status, answer.content_type, std::move(answer.body));
  };
}

}  // namespace letopis::witness

#include "http/serving.h"

#include <gtest/gtest.h>

namespace letopis::http {

Serving::Serving(Handler handler, ServerSettings settings) {
  auto server = Server::listen("127.0.0.1", 0, std::move(settings), std::move(handler));
  EXPECT_TRUE(server);
  server_ = std::move(*server);
  thread_ = std::thread([this] { server_->run(); });
}

Serving::~Serving() { stop(); }

void Serving::stop() {
  server_->stop();
  if (thread_.joinable()) thread_.join();
}

std::string Serving::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port()) + path;
}

Response echo(const Request& request) {
  return answer(200, "text/plain", request.method + " " + request.target + " " + request.body);
}

}  // namespace letopis::http

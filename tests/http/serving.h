// A server on a loopback port that runs on a thread of its own until the test lets it go.
#pragma once

#include <string>
#include <thread>

#include "http/server.h"

namespace letopis::http {

class Serving {
 public:
  explicit Serving(Handler handler, ServerSettings settings = {});
  ~Serving();
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  // Until it has stopped.
  void stop();
  void ask_to_stop() { server_->stop(); }
  Server& server() { return *server_; }
  std::uint16_t port() const { return server_->port(); }
  std::string url(const std::string& path) const;

 private:
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

// What a request was: "POST /a?b body".
Response echo(const Request& request);

}  // namespace letopis::http

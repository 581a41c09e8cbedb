// A small HTTP/1.1 server whose every resource has a limit. Plain: on loopback, or behind a proxy
// that speaks TLS.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/message.h"
#include "outcome/result.h"

namespace letopis::http {

struct ServerLimits {
  std::uint32_t header_bytes = 16'384;           // of a request; more is answered by 431
  std::uint64_t body_bytes = 1'048'576;          // of a request; more is answered by 413
  std::size_t connections = 256;                 // at once; one more is closed at once
  std::chrono::milliseconds head_time{10'000};   // for a request's first line and headers
  std::chrono::milliseconds body_time{30'000};   // for its body
  std::chrono::milliseconds write_time{30'000};  // for taking an answer
  std::chrono::milliseconds idle_time{60'000};   // between two requests of a connection
  std::chrono::milliseconds drain_time{10'000};  // for what is under way when the server stops
  std::size_t workers = 2;                       // threads that run the handler
};

// Called by several workers at once. What it throws is answered by 500 and ends no other request.
using Handler = std::function<Response(const Request&)>;

class Server {
 public:
  // Takes the port at once (0: any free one); connections wait until `run`. Refuses http.address
  // and http.port. The handler outlives the server.
  static Result<std::unique_ptr<Server>> listen(const std::string& address, std::uint16_t port,
                                                const ServerLimits& limits, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

  // Serves on this thread and its workers until `stop`: then takes no more connections, answers the
  // requests that were under way, and returns.
  void run();
  // From any thread, any number of times.
  void stop();
  // From now on SIGTERM and SIGINT stop it.
  void stop_on_signals();

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// "127.0.0.1:8080", "[::1]:8080". Refuses http.address.
struct ListenAddress {
  std::string address;
  std::uint16_t port = 0;
};
Result<ListenAddress> parse_listen_address(const std::string& text);

}  // namespace letopis::http

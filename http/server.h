// An HTTP/1.1 server whose every resource has a limit, plain or over TLS.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "http/settings.h"
#include "outcome/result.h"

namespace letopis::http {

class Server {
 public:
  // Takes the port at once (0: any free one); connections wait until `run`. Refuses http.address,
  // http.port and http.certificate (not to be read, or key and certificate do not fit). The handler
  // outlives the server.
  static Result<std::unique_ptr<Server>> listen(const std::string& address, std::uint16_t port,
                                                ServerSettings settings, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // One more address with the same handler, workers and limits; its port. Before `run`.
  Result<std::uint16_t> also_listen(const std::string& address, std::uint16_t port,
                                    const std::optional<TlsFiles>& tls);

  std::uint16_t port() const;  // of the first address

  // Serves on this thread, the network's and its workers until `stop`: then, after the time of
  // notice, takes no more connections, answers the requests that were under way, closes streams,
  // and returns.
  void run();
  // From any thread, any number of times.
  void stop();
  // From now on SIGTERM and SIGINT stop it.
  void stop_on_signals();

  // Reads certificates and keys again; connections that stand keep theirs. From any thread. Refuses
  // http.certificate, then the old ones stay.
  Outcome reload_certificates();
  // From now on SIGHUP does that.
  void reload_on_signal();

  // Connections that stand now; from any thread.
  std::size_t connections() const;

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

// A connection to a server over which one asks again and again, plain or over TLS; for programs
// that load or try a server.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/client.h"

namespace letopis::http {

struct Trust {
  std::filesystem::path authorities;  // PEM
  std::string name;                   // that the certificate must be for, "localhost"
};

struct Destination {
  std::string address;  // "127.0.0.1"
  std::uint16_t port = 0;
  std::optional<Trust> tls = {};
  std::string from = {};  // which of the own addresses to call from; empty: the system's choice
};

// One thread at a time. Every step takes at most the limits' `whole_time`.
class Connection {
 public:
  // Refuses http.address, http.unreachable, http.slow, and http.certificate: the authorities cannot
  // be read, or the server is not who it should be.
  static Result<std::unique_ptr<Connection>> open(const Destination& destination,
                                                  const ClientLimits& limits = {});
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Sends one request and waits for its answer, whatever its status; adds Host and Content-Length
  // where they lack. Refuses http.unreachable (also: the server has ended the connection),
  // http.slow and http.answer; then the connection is good for nothing more.
  Result<Response> ask(const Request& request);
  // Whether the server will take one more request here, as it said itself.
  bool goes_on() const;

  // As they are, for what no sound client sends. False: the connection has ended.
  bool send(std::string_view bytes);
  // What is there, at least one byte. Nothing: it has ended, or nothing came in time.
  std::optional<std::string> receive();

  // TLS: "TLSv1.3" and "http/1.1".
  std::string tls_version() const;
  std::string tls_protocol() const;
  // SHA-256 of the server's certificate, in hexadecimal.
  std::string tls_certificate() const;

 private:
  class Impl;
  explicit Connection(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace letopis::http

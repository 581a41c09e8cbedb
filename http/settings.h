// What a server is told at its start: its limits, its certificate, and the words of its complaints.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "http/message.h"
#include "outcome/result.h"

namespace letopis::http {

struct ServerLimits {
  // Of a request. Longer is answered by 431 and 413.
  std::uint32_t header_bytes = 16'384;
  std::size_t headers = 100;
  std::uint64_t body_bytes = 1'048'576;  // unless `ServerSettings::body_limit` says otherwise
  // Of all requests that are being read or answered, together; more is answered by 503.
  std::uint64_t all_bodies_bytes = 268'435'456;

  // At once; one more is closed at once. A peer is an IPv4 address, or an IPv6 network of 64 bits.
  std::size_t connections = 4'096;
  std::size_t connections_per_peer = 1'024;
  std::size_t requests_per_connection = 100'000;  // the last answer says that it ends here

  std::chrono::milliseconds handshake_time{10'000};
  std::chrono::milliseconds head_time{10'000};  // for a request's first line and headers
  // For a body and for an answer, and besides a second for each `least_bytes_per_second` moved.
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds write_time{30'000};
  std::uint64_t least_bytes_per_second = 8'192;
  std::chrono::milliseconds idle_time{60'000};   // between two requests of a connection
  std::chrono::milliseconds drain_time{10'000};  // for what is under way when the server stops
  std::chrono::milliseconds notice_time{0};      // from "no longer ready" to that

  std::size_t network_threads = 2;
  std::size_t workers = 64;              // threads that run the handler, started when needed
  std::size_t waiting_requests = 1'024;  // for a worker; one more is answered by 503

  std::size_t channel_bytes = 1'048'576;            // that wait in a Channel
  std::chrono::milliseconds heartbeat{15'000};      // of a silent stream of events, as a comment
  std::size_t message_bytes = 65'536;               // of one message of a WebSocket
  std::chrono::milliseconds converse_time{60'000};  // without a sign of life of its client
};

// PEM; read when the server starts to listen and when it is told to read them again.
struct TlsFiles {
  std::filesystem::path certificates;  // the server's own first, then up to its authority
  std::filesystem::path private_key;
};

struct ServerSettings {
  ServerLimits limits = {};
  std::optional<TlsFiles> tls = {};  // without: plain, on loopback or behind a proxy
  // How long a request's body may be; without: `limits.body_bytes`. On a network thread: quick.
  std::function<std::uint64_t(std::string_view method, std::string_view target)> body_limit = {};
  // The answer to what the room itself refuses: http.request (400), http.slow (408), http.body
  // (413), http.headers (431), http.failed (500, the handler threw) and http.busy (503, with
  // Retry-After). Without: a line of text.
  std::function<Response(unsigned status, const Refusal& refusal)> complain = {};
  // The server begins to stop: from now on it shall be called not ready.
  std::function<void()> stopping = {};
  // New certificates could not be read; the old ones stay in use.
  std::function<void(const Refusal&)> certificates_refused = {};
};

// Called by several workers at once; it may block. What it throws is answered by 500 and ends no
// other request.
using Handler = std::function<Response(const Request&)>;

}  // namespace letopis::http

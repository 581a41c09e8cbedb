// Serving schools until somebody stops it: what `letopis serve` and the end of the demo do.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "events/identifiers.h"
#include "hosting/schools.h"
#include "http/server.h"
#include "terminal/console.h"
#include "terminal/program.h"

namespace letopis::server {

struct Serving {
  http::ListenAddress at;
  std::optional<http::TlsFiles> tls = {};
  std::vector<hosting::SchoolPlace> places = {};
  std::optional<std::string> at_root = {};           // whose addresses need no name
  std::optional<events::Instant> trial_begins = {};  // from when trials' clocks go on
  bool log_requests = false;
  // Where the built pages lie; without: beside the program (own_pages), if they are there.
  std::optional<std::filesystem::path> pages = {};
};

// Returns when SIGTERM or SIGINT stopped it. Says where it listens, in JSON as {"address", "port",
// "tls"}. Refuses serve.tls (another address than this machine's own, without TLS) and what
// schools, pages and the server refuse.
Result<terminal::Exit> serve(const Serving& serving, const terminal::Console& console);

}  // namespace letopis::server

// Load on a server over HTTP: requests at a steady rate, or as fast as connections take them.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "bench/machine.h"
#include "http/connection.h"

namespace letopis::bench {

struct LoadWork {
  http::Destination to;
  unsigned connections = 64;
  std::uint64_t requests = 0;  // all of them together
  // Requests a second of all connections together; each is due at its own moment, and late answers
  // delay no other's. Without: each connection asks again as soon as it is answered.
  std::optional<double> rate = {};
};

// The n-th request of a connection; made within the time measured. Any thread.
using MakeRequest = std::function<http::Request(unsigned connection, std::uint64_t n)>;

struct LoadRun {
  double seconds = 0;
  std::uint64_t answers = 0;
  Percentiles latency_ms;  // from when a request was due to its answer's last byte
  double body_bytes = 0;   // of an answer, on average
};

// Each answer must be one of the wanted status. Refuses bench.answer, telling the first that was
// another, and what Connection refuses.
Result<LoadRun> run_load(const LoadWork& work, unsigned wanted, const MakeRequest& request);

}  // namespace letopis::bench

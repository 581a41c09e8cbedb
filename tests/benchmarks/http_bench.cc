// Requests a second that the HTTP server answers over kept connections on loopback, its load on the
// same cores: a trivial handler, plain and over TLS. The budget is 25 000 plain on two cores.
#include <benchmark/benchmark.h>

#include <memory>
#include <thread>
#include <vector>

#include "http/connection.h"
#include "http/own_authority.h"
#include "http/serving.h"
#include "outcome/invariant.h"

namespace {

using namespace letopis::http;  // NOLINT(google-build-using-namespace)

constexpr int kConnectionsOfEachThread = 32;
constexpr std::string_view kAsk = "GET /journal HTTP/1.1\r\nHost: localhost\r\n\r\n";

class Load {
 public:
  explicit Load(const Destination& at) {
    for (int i = 0; i < kConnectionsOfEachThread; ++i) {
      auto connection = Connection::open(at);
      INVARIANT(connection);
      connections_.push_back(std::move(*connection));
    }
    const auto first = connections_.front()->ask({.method = "GET", .target = "/journal"});
    INVARIANT(first && first->status == 200);
  }

  // One request on each connection, then all the answers: each waits for its own.
  void round() {
    for (const auto& one : connections_) INVARIANT(one->send(kAsk));
    for (const auto& one : connections_) {
      const auto got = one->receive();
      INVARIANT(got && got->starts_with("HTTP/1.1 200 ") && got->ends_with("journal "));
    }
  }

 private:
  std::vector<std::unique_ptr<Connection>> connections_;
};

void requests(benchmark::State& state, bool tls) {
  static std::unique_ptr<OwnAuthority> authority;
  static std::unique_ptr<Serving> serving;
  if (state.thread_index() == 0) {
    authority = std::make_unique<OwnAuthority>();
    ServerSettings settings;
    settings.limits.requests_per_connection = SIZE_MAX;
    if (tls) settings.tls = authority->issue();
    serving = std::make_unique<Serving>(echo, settings);
  }
  std::unique_ptr<Load> load;
  for (auto _ : state) {
    if (!load) {  // after all threads have met
      Destination at{"127.0.0.1", serving->port()};
      if (tls) at.tls = Trust{authority->certificate(), "localhost"};
      load = std::make_unique<Load>(at);
    }
    load->round();
  }
  state.SetItemsProcessed(state.iterations() * kConnectionsOfEachThread);
  load.reset();
  if (state.thread_index() == 0) serving.reset();
}
BENCHMARK_CAPTURE(requests, plain, false)->Threads(2)->UseRealTime()->MinTime(3);
BENCHMARK_CAPTURE(requests, tls, true)->Threads(2)->UseRealTime()->MinTime(3);

}  // namespace

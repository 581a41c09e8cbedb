#include "bench/load.h"

#include <fmt/format.h>

#include <latch>
#include <mutex>
#include <optional>
#include <thread>

namespace letopis::bench {
namespace {

using Steady = std::chrono::steady_clock;

// One connection's share, and what came of it.
struct Asking {
  std::unique_ptr<http::Connection> connection;
  std::uint64_t count = 0;
  std::vector<float> latency_ms;
  double bytes = 0;
  std::optional<Refusal> refusal;
};

Refusal other_answer(const http::Response& answer) {
  constexpr std::size_t most = 300;
  const auto said = fmt::format("{} {}", answer.status, answer.body.substr(0, most));
  return {"bench.answer", {"ответ не тот: " + said, "another answer: " + said}};
}

void ask_all(const LoadWork& work, unsigned wanted, const MakeRequest& request, unsigned which,
             Steady::time_point begins, Asking& asking) {
  const auto between = work.rate ? std::chrono::duration<double>(work.connections / *work.rate)
                                 : std::chrono::duration<double>(0);
  // Connections take turns, so that requests come evenly.
  const auto offset = between * which / work.connections;
  asking.latency_ms.reserve(asking.count);
  for (std::uint64_t n = 0; n < asking.count; ++n) {
    auto due = Steady::now();
    if (work.rate) {
      due = begins +
            std::chrono::duration_cast<Steady::duration>(offset + between * static_cast<double>(n));
      std::this_thread::sleep_until(due);
    }
    const auto answer = asking.connection->ask(request(which, n));
    if (!answer || answer->status != wanted) {
      asking.refusal = answer ? other_answer(*answer) : answer.refusal();
      return;
    }
    asking.bytes += static_cast<double>(answer->body.size());
    asking.latency_ms.push_back(
        std::chrono::duration<float, std::milli>(Steady::now() - due).count());
  }
}

}  // namespace

Result<LoadRun> run_load(const LoadWork& work, unsigned wanted, const MakeRequest& request) {
  std::vector<Asking> all(work.connections);
  for (auto& one : all) {
    auto connection = http::Connection::open(work.to);
    if (!connection) return connection.refusal();
    one.connection = *std::move(connection);
    one.count = work.requests / work.connections;
  }
  std::latch ready(static_cast<std::ptrdiff_t>(work.connections) + 1);
  const auto begins = Steady::now() + std::chrono::milliseconds(50);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < work.connections; ++i) {
    threads.emplace_back([&, i] {
      ready.arrive_and_wait();
      ask_all(work, wanted, request, i, begins, all[i]);
    });
  }
  ready.arrive_and_wait();
  const auto began = Steady::now();
  for (auto& thread : threads) thread.join();
  LoadRun run;
  run.seconds = std::chrono::duration<double>(Steady::now() - began).count();
  std::vector<float> latency;
  for (const auto& one : all) {
    if (one.refusal) return *one.refusal;
    run.answers += one.latency_ms.size();
    run.body_bytes += one.bytes;
    latency.insert(latency.end(), one.latency_ms.begin(), one.latency_ms.end());
  }
  run.body_bytes /= static_cast<double>(std::max<std::uint64_t>(1, run.answers));
  run.latency_ms = percentiles(std::move(latency));
  return run;
}

}  // namespace letopis::bench

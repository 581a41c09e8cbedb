#include "bench/callers.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <latch>
#include <mutex>
#include <optional>
#include <thread>

namespace letopis::bench {
namespace {

using Steady = std::chrono::steady_clock;

// One caller's cells and what came of them.
struct Caller {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
  std::vector<ledger::Command> ready;
  std::vector<float> latency_us;
  std::optional<Refusal> refusal;
};

std::vector<Caller> share_out(const CallersWork& work) {
  std::vector<Caller> callers(work.callers);
  std::uint64_t first = work.first_cell;
  for (unsigned i = 0; i < work.callers; ++i) {
    callers[i].first = first;
    callers[i].count = work.events / work.callers + (i < work.events % work.callers ? 1 : 0);
    first += callers[i].count;
  }
  return callers;
}

// On all cores, before the clock starts.
void sign_all(const BenchSchool& school, std::vector<Caller>& callers) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < callers.size(); at = next++) {
        auto& caller = callers[at];
        for (std::uint64_t cell = caller.first; cell < caller.first + caller.count; ++cell) {
          caller.ready.push_back(school.mark(cell));
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

void run_caller(BenchSchool& school, Caller& caller, bool sign_inside) {
  caller.latency_us.reserve(caller.count);
  for (std::uint64_t i = 0; i < caller.count; ++i) {
    const auto began = Steady::now();
    const auto accepted = sign_inside ? school.ledger().append(school.own_mark(caller.first + i))
                                      : school.ledger().append(caller.ready[i]);
    if (!accepted) {
      caller.refusal = accepted.refusal();
      return;
    }
    caller.latency_us.push_back(
        std::chrono::duration<float, std::micro>(Steady::now() - began).count());
  }
}

}  // namespace

Result<CallersRun> run_callers(BenchSchool& school, const CallersWork& work) {
  auto callers = share_out(work);
  if (!work.sign_inside) sign_all(school, callers);
  std::latch ready(static_cast<std::ptrdiff_t>(callers.size()) + 1);
  std::vector<std::thread> threads;
  for (auto& caller : callers) {
    threads.emplace_back([&] {
      ready.arrive_and_wait();
      run_caller(school, caller, work.sign_inside);
    });
  }
  ready.arrive_and_wait();
  const auto began = Steady::now();
  for (auto& thread : threads) thread.join();
  CallersRun run;
  run.seconds = std::chrono::duration<double>(Steady::now() - began).count();
  std::vector<float> all;
  for (const auto& caller : callers) {
    if (caller.refusal) return *caller.refusal;
    all.insert(all.end(), caller.latency_us.begin(), caller.latency_us.end());
  }
  run.latency_us = percentiles(std::move(all));
  return run;
}

}  // namespace letopis::bench

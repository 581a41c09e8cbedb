#include <malloc.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "bench/bench.h"
#include "bench/callers.h"
#include "bench/school.h"

namespace letopis::bench {

using namespace terminal;

namespace {

constexpr std::uint64_t kEvents = 10'000'000;
constexpr std::uint64_t kLeastEvents = 300'000;
constexpr std::uint64_t kMostEvents = 50'000'000;
constexpr std::uint64_t kWindow = 100'000;  // events over which a cost is measured
constexpr std::uint16_t kAtOnce = BenchSchool::kCellsOfLesson;  // of one command, to fill the log
constexpr unsigned kCallers = 64;
constexpr double kBudget = 1.3;

// Fills the log from one cell to another, in long commands from two threads.
Outcome fill_cells(BenchSchool& school, std::uint64_t first, std::uint64_t end, ProgressBar& bar) {
  std::atomic<std::uint64_t> next = first;
  std::mutex mutex;
  std::optional<Refusal> refusal;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      for (std::uint64_t cell = next.fetch_add(kAtOnce); cell < end;
           cell = next.fetch_add(kAtOnce)) {
        const auto count = static_cast<std::uint16_t>(std::min<std::uint64_t>(kAtOnce, end - cell));
        const auto accepted = school.ledger().append(school.own_marks(cell, count));
        const std::lock_guard lock(mutex);
        if (!accepted) refusal = accepted.refusal();
        if (refusal) return;
        bar.show(cell, end);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  if (refusal) return *refusal;
  return Done{};
}

// What filling left behind is put in order first: nobody fills a journal at such a pace.
Result<CallersRun> window(BenchSchool& school, std::uint64_t first) {
  if (const auto settled = school.settle(); !settled) return settled.refusal();
  CallersWork work;
  work.first_cell = first;
  work.events = kWindow;
  work.callers = kCallers;
  return run_callers(school, work);
}

}  // namespace

Result<BenchFigure> bench_growth(const BenchWork& work) {
  const auto wanted = work.arguments.number("events", {kLeastEvents, kMostEvents});
  if (!wanted) return wanted.refusal();
  const std::uint64_t events = wanted->value_or(kEvents);
  const auto opened = BenchSchool::create({work.scratch / "growth", kCallers, events + kWindow});
  if (!opened) return opened.refusal();
  BenchSchool& school = **opened;
  const auto began = std::chrono::steady_clock::now();
  ProgressBar bar(work.console, std::string(work.console.in({"Рост журнала", "Growing the log"})));
  if (auto filled = fill_cells(school, 0, kWindow, bar); !filled) return filled.refusal();
  const auto small = window(school, kWindow);
  if (!small) return small.refusal();
  if (auto filled = fill_cells(school, 2 * kWindow, events, bar); !filled) return filled.refusal();
  const auto large = window(school, events);
  if (!large) return large.refusal();

  BenchFigure figure;
  figure.name = "growth";
  figure.events = events;
  figure.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  const auto cost_us = [](const CallersRun& run) { return run.seconds * 1e6 / kWindow; };
  figure.figure = cost_us(*large);
  figure.figure_is = {"мкс на событие", "µs an event"};
  figure.limit = cost_us(*small);
  figure.limit_is = {"мкс на событие при 100 000 событий", "µs an event at 100 000 events"};
  figure.budget = kBudget;
  figure.at_most = true;
  figure.settings = {{"callers", std::to_string(kCallers)}, {"window", std::to_string(kWindow)}};
  figure.also = {{"p50_us", large->latency_us.p50},
                 {"p99_us", large->latency_us.p99},
                 {"p50_us_small", small->latency_us.p50},
                 {"p99_us_small", small->latency_us.p99}};
  const auto settled = school.settle();
  if (!settled) return settled.refusal();
  figure.also.emplace_back("settle_seconds", *settled);
  ::malloc_trim(0);
  const auto reopened = school.reopen();
  if (!reopened) return reopened.refusal();
  figure.also.emplace_back("open_seconds", *reopened);
  figure.also.emplace_back("rss_mb", process_memory().rss_mb);
  const auto bytes = school.bytes_on_disk();
  if (!bytes) return bytes.refusal();
  figure.also.emplace_back("bytes_per_event",
                           static_cast<double>(*bytes) / static_cast<double>(events + kWindow));
  return figure;
}

}  // namespace letopis::bench

#include <malloc.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "bench/bench.h"
#include "bench/callers.h"
#include "bench/school.h"
#include "events/codec.h"
#include "rules/admit.h"

namespace letopis::bench {

using namespace terminal;

namespace {

constexpr std::uint64_t kEvents = 200'000;
constexpr std::uint64_t kMostEvents = 20'000'000;
constexpr std::size_t kAdmitted = 5'000;
constexpr double kBudgetCaller = 0.65;
constexpr double kBudgetServer = 0.35;

// What admitting one mark costs, on views of the log as it stands, in microseconds.
double admit_median(BenchSchool& school, std::uint64_t first_cell) {
  const auto views = school.ledger().snapshot();
  rules::Admission admit;
  std::vector<float> times;
  for (std::size_t i = 0; i < kAdmitted; ++i) {
    const auto command = school.mark(first_cell + i);
    const auto event = events::decode(bytes_of(command.events.front().bytes));
    const auto began = std::chrono::steady_clock::now();
    static_cast<void>(admit({&*event, 1}, {}, *views, event->stated));
    times.push_back(
        std::chrono::duration<float, std::micro>(std::chrono::steady_clock::now() - began).count());
  }
  return percentiles(std::move(times)).p50;
}

}  // namespace

Result<BenchFigure> bench_append(const BenchWork& work) {
  const auto events = work.arguments.number("events", {1, kMostEvents});
  if (!events) return events.refusal();
  const auto callers = work.arguments.number("callers", {1, kMostCallers});
  if (!callers) return callers.refusal();
  const auto signed_by = work.arguments.text("signed-by").value_or("caller");
  if (signed_by != "caller" && signed_by != "server") {
    return Refusal{"bench.signed_by",
                   {"--signed-by: есть caller и server", "--signed-by: caller or server"}};
  }
  CallersWork run;
  run.events = events->value_or(kEvents);
  run.callers = static_cast<unsigned>(callers->value_or(64));
  run.sign_inside = signed_by == "server";
  const auto school =
      BenchSchool::create({work.scratch / "append", run.callers, run.events + kAdmitted});
  if (!school) return school.refusal();
  const auto before = (*school)->bytes_on_disk();
  if (!before) return before.refusal();
  const auto ran = run_callers(**school, run);
  if (!ran) return ran.refusal();

  const auto rate =
      run.sign_inside ? &SignatureRates::signs_per_second : &SignatureRates::checks_per_second;
  BenchFigure figure;
  figure.name = "append";
  figure.events = run.events;
  figure.seconds = ran->seconds;
  figure.figure = static_cast<double>(run.events) / ran->seconds;
  figure.figure_is = {"событий/с", "events/s"};
  figure.limit = work.machine.standard.*rate * work.machine.cores;
  figure.limit_is =
      run.sign_inside ? Text{"подписей/с на всех ядрах", "signatures/s on all cores"}
                      : Text{"проверок подписи/с на всех ядрах", "signature checks/s on all cores"};
  figure.budget = run.sign_inside ? kBudgetServer : kBudgetCaller;
  figure.settings = {{"signed_by", signed_by}, {"callers", std::to_string(run.callers)}};
  figure.also = {{"p50_us", ran->latency_us.p50},
                 {"p90_us", ran->latency_us.p90},
                 {"p99_us", ran->latency_us.p99},
                 {"most_us", ran->latency_us.most},
                 {"own_limit", work.machine.own.*rate * work.machine.cores},
                 {"admit_p50_us", admit_median(**school, run.events)}};
  ::malloc_trim(0);
  // As after a power cut: what the memtables held is read from the store's journal.
  const auto opened = (*school)->reopen();
  if (!opened) return opened.refusal();
  const auto after = (*school)->bytes_on_disk();
  if (!after) return after.refusal();
  figure.also.emplace_back("bytes_per_event",
                           static_cast<double>(*after - *before) / static_cast<double>(run.events));
  figure.also.emplace_back("open_seconds", *opened);
  figure.also.emplace_back("rss_mb", process_memory().rss_mb);
  return figure;
}

}  // namespace letopis::bench

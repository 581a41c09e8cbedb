#include "server/lived_year.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <thread>

#include "server/bounded_queue.h"
#include "server/clocks.h"
#include "server/school.h"
#include "server/signing_desk.h"

namespace letopis::server {
namespace {

constexpr std::size_t kRoomBetween = 512;  // commands signed and not yet appended
constexpr std::size_t kTogether = 64;      // commands of one call: they share a sync

struct Signed {
  ledger::OwnCommand command;
  bool brings_key = false;  // what follows may be signed with it
};

bool brings_key(const trial::Command& command) {
  return std::any_of(command.facts.begin(), command.facts.end(), [](const events::Fact& fact) {
    return std::holds_alternative<events::KeyEnrolled>(fact) ||
           std::holds_alternative<events::LogStarted>(fact);
  });
}

struct NobodyTakes {};  // thrown out of the year when no more of it is wanted

// Lives the year and signs it, in a thread of its own, until the queue closes.
class Signer {
 public:
  Signer(trial::Year& year, BoundedQueue<Signed>& queue, std::optional<events::Instant> before)
      : year_(year), queue_(queue), before_(before), thread_([this] { run(); }) {}
  ~Signer() {
    queue_.close();
    thread_.join();
  }
  void rethrow() const {
    if (broken_) std::rethrow_exception(broken_);
  }

 private:
  void run() {
    try {
      SigningDesk desk(year_.log_id(), [this](events::PersonNumber person, unsigned which) {
        return year_.key_of(person, which);
      });
      year_.live([&](const trial::Command& command) {
        if (before_ && *before_ <= command.at) throw NobodyTakes{};
        Signed next{desk.sign(command), brings_key(command)};
        next.command.trial_clock = command.at;
        if (!queue_.push(std::move(next))) throw NobodyTakes{};
      });
    } catch (const NobodyTakes&) {
      // Whoever closed the queue, or asked for a part of the year, knows why.
    } catch (...) {
      broken_ = std::current_exception();
    }
    queue_.close();
  }

  trial::Year& year_;
  BoundedQueue<Signed>& queue_;
  const std::optional<events::Instant> before_;
  std::exception_ptr broken_;
  std::thread thread_;
};

Outcome append_all(ledger::Ledger& ledger, BoundedQueue<Signed>& queue, const LivedSoFar& so_far) {
  std::vector<ledger::OwnCommand> together;
  std::uint64_t events = 0;
  const auto hand_over = [&]() -> Outcome {
    for (const auto& accepted : ledger.append_all(together)) {
      if (!accepted) return accepted.refusal();
    }
    for (const auto& command : together) events += command.events().size();
    if (so_far && !together.empty()) so_far(*together.back().trial_clock, events);
    together.clear();
    return Done{};
  };
  while (auto next = queue.take()) {
    together.push_back(std::move(next->command));
    if (together.size() < kTogether && !next->brings_key) continue;
    if (auto done = hand_over(); !done) return done;
  }
  return hand_over();
}

}  // namespace

Result<LivedYear> live_year(const std::filesystem::path& directory, const trial::Settings& settings,
                            const LivedSoFar& so_far, std::optional<events::Instant> before) {
  const auto began = std::chrono::steady_clock::now();
  const SchoolProfile profile{settings.origin, TrialOrigin{settings.seed, settings.pupils}};
  trial::Year year(settings);
  const auto log_seed = year.log_seed();
  if (auto made = create_school_files(directory, profile, log_seed); !made) return made.refusal();
  const auto resources = ledger::make_resources();
  ScriptClock clock;
  auto ledger = ledger::Ledger::create(ledger_settings(directory, profile), ledger_parts(),
                                       resources, clock, signing::PrivateKey(log_seed));
  if (!ledger) return ledger.refusal();

  LivedYear lived;
  BoundedQueue<Signed> queue(kRoomBetween);
  {
    const Signer signer(year, queue, before);
    auto appended = append_all(**ledger, queue, so_far);
    if (!appended) return appended.refusal();
    signer.rethrow();
  }
  if (auto published = (*ledger)->publish(); !published) return published.refusal();
  const auto log = (*ledger)->snapshot();
  lived.summary = year.summary();
  lived.size = log->size();
  lived.root = log->root();
  lived.checkpoint = (*ledger)->checkpoint();
  lived.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return lived;
}

}  // namespace letopis::server

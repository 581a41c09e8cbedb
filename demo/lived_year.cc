#include "demo/lived_year.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <map>
#include <thread>

#include "demo/bounded_queue.h"
#include "office/clocks.h"
#include "office/school.h"
#include "office/signing_desk.h"

namespace letopis::demo {

using namespace office;

namespace {

constexpr std::size_t kRoomBetween = 512;  // commands signed and not yet appended
constexpr std::size_t kTogether = 64;      // commands of one call: they share a sync

// What is remembered of an attempt in vain until it is refused.
struct Attempt {
  std::string_view refusal;
  events::PersonNumber author;
  events::Instant at;
  events::Fact fact;
};

struct Signed {
  ledger::OwnCommand command;
  bool brings_key = false;  // what follows may be signed with it
  std::optional<Attempt> in_vain;
};

std::optional<Attempt> attempt_of(const trial::Command& command) {
  if (!command.in_vain) return std::nullopt;
  return Attempt{*command.in_vain, command.author, command.at, command.facts.front()};
}

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
        Signed next{desk.sign(command), !command.in_vain && brings_key(command),
                    attempt_of(command)};
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

// Takes what the other thread has signed, and holds the answers against what the trial expects.
class Appender {
 public:
  Appender(ledger::Ledger& ledger, const LivedSoFar& so_far) : ledger_(ledger), so_far_(so_far) {}

  Outcome append_all(BoundedQueue<Signed>& queue) {
    while (auto next = queue.take()) {
      together_.push_back(std::move(next->command));
      attempts_.push_back(std::move(next->in_vain));
      if (together_.size() < kTogether && !next->brings_key) continue;
      if (auto done = hand_over(); !done) return done;
    }
    return hand_over();
  }

  std::vector<RefusedAlike> refused() && {
    std::vector<RefusedAlike> all;
    for (auto& [like, refused] : refused_) all.push_back(std::move(refused));
    return all;
  }

  events::Instant ended() const { return ended_; }

 private:
  Outcome hand_over() {
    const auto answers = ledger_.append_all(together_);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (!attempts_[i]) {
        if (!answers[i]) return answers[i].refusal();
        events_ += together_[i].events().size();
      } else if (auto expected = note(*attempts_[i], answers[i]); !expected) {
        return expected;
      }
    }
    if (!together_.empty()) ended_ = *together_.back().trial_clock;
    if (so_far_ && !together_.empty()) so_far_(ended_, events_);
    together_.clear();
    attempts_.clear();
    return Done{};
  }

  Outcome note(const Attempt& attempt, const Result<ledger::Accepted>& answer) {
    if (answer || answer.refusal().code != attempt.refusal) return unexpected(attempt, answer);
    const Refusal& refusal = answer.refusal();
    auto& alike = refused_[{refusal.code, refusal.clause}];
    if (++alike.count == 1) {
      alike = {1, refusal, attempt.author, attempt.at, attempt.fact};
    }
    return Done{};
  }

  static Refusal unexpected(const Attempt& attempt, const Result<ledger::Accepted>& answer) {
    const auto name = events::name_of(attempt.fact);
    const auto came = answer ? std::string("—") : answer.refusal().code;
    const Sentence says = answer ? Sentence{} : answer.refusal().says;
    return {"trial.unexpected",
            {fmt::format("пробный год ждал отказа {} на запись {}, а вышло {} {}", attempt.refusal,
                         name, came, says.ru),
             fmt::format("the trial expected the refusal {} of {}, and it came to {} {}",
                         attempt.refusal, name, came, says.en)}};
  }

  ledger::Ledger& ledger_;
  const LivedSoFar& so_far_;
  std::vector<ledger::OwnCommand> together_;
  std::vector<std::optional<Attempt>> attempts_;  // beside them
  std::uint64_t events_ = 0;
  events::Instant ended_;
  std::map<std::pair<std::string, std::string>, RefusedAlike> refused_;  // by code and clause
};

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
    Appender appender(**ledger, so_far);
    auto appended = appender.append_all(queue);
    if (!appended) return appended.refusal();
    signer.rethrow();
    lived.ended = appender.ended();
    lived.refused = std::move(appender).refused();
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

}  // namespace letopis::demo

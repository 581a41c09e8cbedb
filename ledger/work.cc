#include "ledger/work.h"

#include <fmt/format.h>

#include <semaphore>

#include "outcome/invariant.h"

namespace letopis::ledger {
namespace {

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

Refusal no_room() {
  return refuse("ledger.no_room", "на диске нет места: запись не принята, ничего не изменилось",
                "the disk is full: nothing was taken and nothing has changed");
}

// What a failed write leaves the callers with.
Refusal failed(const StoreFailure& failure) {
  if (failure.kind() == StoreFailure::Kind::kNoRoom) return no_room();
  return refuse(
      "ledger.unknown",
      fmt::format("диск отказал ({}): повторите ту же команду, она не запишется дважды",
                  failure.what()),
      fmt::format("the disk failed ({}): repeat the same command, it is never stored twice",
                  failure.what()));
}

bool confirms_clock(const Prepared& command) {
  return command.events.size() == 1 &&
         std::holds_alternative<events::ClockConfirmed>(command.events.front().fact);
}

}  // namespace

struct Ledger::Work::Waiting {
  explicit Waiting(const Prepared& wanted) : command(wanted) {}
  const Prepared& command;
  std::optional<Result<Accepted>> outcome;  // empty when woken: it is this one's turn to lead
  std::binary_semaphore wakes{0};
};

Ledger::Work::Work(Settings settings, Parts parts, const Resources& resources,
                   const events::Clock& clock, signing::PrivateKey log_key)
    : settings_(std::move(settings)),
      parts_(std::move(parts)),
      resources_(resources),
      clock_(clock),
      log_key_(std::move(log_key)) {}

std::shared_ptr<const Store> Ledger::Work::store() const {
  const std::lock_guard lock(store_mutex_);
  return store_;
}

std::unique_ptr<Snapshot> Ledger::Work::snapshot() const {
  auto store = this->store();
  if (!store) throw StoreFailure(StoreFailure::Kind::kOther, "the store is not open");
  return std::make_unique<Snapshot>(std::move(store));
}

std::optional<std::string> Ledger::Work::Texts::find(events::PersonNumber about,
                                                     const events::Commitment& text) const {
  auto store = work_.store();
  if (!store) throw StoreFailure(StoreFailure::Kind::kOther, "the store is not open");
  return Vault(std::move(store), *work_.vault_).find(about, text);
}

events::Instant Ledger::Work::now() const {
  // Recorded never goes back, whatever the wall clock does.
  return std::max(clock_.now(), state_.sequence.last_recorded().value_or(events::Instant{}));
}

Result<Accepted> Ledger::Work::append(const Command& command) {
  if (auto stop = stopped(); !stop) return stop.refusal();
  const auto prepared = prepare(command, checked_keys_);
  if (!prepared) return prepared.refusal();
  Waiting waiting(*prepared);
  const auto place = enqueue(waiting);
  if (!place) return place.refusal();
  if (*place == Place::kBehind) waiting.wakes.acquire();
  if (!waiting.outcome) lead(waiting);
  return *waiting.outcome;
}

Result<Ledger::Work::Place> Ledger::Work::enqueue(Waiting& waiting) {
  const std::lock_guard lock(queue_mutex_);
  if (queue_.size() >= kMaxWaiting) {
    return refuse("ledger.busy", "слишком много команд ждут записи: повторите позже",
                  "too many commands are waiting: repeat later");
  }
  queue_.push_back(&waiting);
  return queue_.size() == 1 ? Place::kFirst : Place::kBehind;
}

// Whoever stands first writes for all who stand behind, answers them, and wakes the next leader.
void Ledger::Work::lead(Waiting& leader) {
  const Waiters waiters = take_waiting();
  write(waiters);
  Waiting* next = nullptr;
  {
    const std::lock_guard lock(queue_mutex_);
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(waiters.size()));
    if (!queue_.empty()) next = queue_.front();
  }
  for (auto* one : waiters) {
    if (one != &leader) one->wakes.release();
  }
  if (next) next->wakes.release();
  // The command is durable whether or not its checkpoint could be published at once.
  if (!settings_.background) static_cast<void>(prove_and_publish());
}

// The first of the queue takes along what waits behind it, up to a batch.
Ledger::Work::Waiters Ledger::Work::take_waiting() {
  const std::lock_guard lock(queue_mutex_);
  Waiters taken;
  std::size_t events = 0;
  for (auto* one : queue_) {
    events += one->command.events.size();
    if (!taken.empty() && events > kMaxBatchEvents) break;
    taken.push_back(one);
  }
  return taken;
}

void Ledger::Work::write(const Waiters& waiters) {
  std::vector<Result<Accepted>> outcomes(waiters.size(), Result<Accepted>(Accepted{}));
  try {
    if (auto ready = ready_to_write(); !ready) {
      outcomes.assign(waiters.size(), ready.refusal());
    } else {
      Batch batch(*store_, settings_, parts_, state_);
      for (std::size_t i = 0; i < waiters.size(); ++i) {
        auto clock = check_clock(*waiters[i]);
        outcomes[i] =
            clock ? batch.take(waiters[i]->command, now()) : Result<Accepted>(clock.refusal());
      }
      if (!batch.empty()) {
        broken_ = true;  // until the write is known to be whole
        batch.commit(*vault_);
        broken_ = false;
        after_commit(batch);
      }
    }
  } catch (const StoreFailure& failure) {
    outcomes.assign(waiters.size(), failed(failure));
    broken_ = true;
  }
  for (std::size_t i = 0; i < waiters.size(); ++i) waiters[i]->outcome = std::move(outcomes[i]);
}

Outcome Ledger::Work::ready_to_write() {
  if (auto stop = stopped(); !stop) return stop;
  if (broken_) {
    if (auto again = recover(); !again) return again;
  }
  std::uint64_t free = 0;
  require(resources_.env->GetFreeSpace(settings_.directory.string(), &free));
  if (free < kRoomKeptFree) return no_room();
  return Done{};
}

Outcome Ledger::Work::check_clock(const Waiting& waiting) {
  if (settings_.trial) return Done{};
  const std::int64_t offset = clock_.now().milliseconds - clock_.monotonic_ms();
  const std::int64_t jump = offset - wall_minus_monotonic_;
  if (jump <= kClockJumpMs && jump >= -kClockJumpMs) return Done{};
  if (confirms_clock(waiting.command)) {
    wall_minus_monotonic_ = offset;
    return Done{};
  }
  return refuse("ledger.clock_jump",
                fmt::format("часы сервера скачком ушли на {} с: запись остановлена, пока человек "
                            "не подтвердит время",
                            jump / 1000),
                fmt::format("the server's clock jumped by {} s: nothing is taken until a person "
                            "confirms the time",
                            jump / 1000));
}

// A person's key goes only after the order to destroy it is on disk; if the power fails between the
// two, opening finds the order in the unpublished tail and obeys it then.
void Ledger::Work::after_commit(const Batch& batch) {
  for (const auto person : batch.erased()) vault_->destroy(person);
  for (const auto& key : batch.enrolled()) checked_keys_.add(key);
  unpublished_ = true;
  if (settings_.background) background_wakes_.notify_one();
}

Outcome Ledger::Work::recover() {
  const std::lock_guard publishing(publishing_mutex_);
  {
    const std::lock_guard lock(store_mutex_);
    if (store_.use_count() > 1) {
      return refuse("ledger.recovering", "хранилище открывается заново: повторите",
                    "the store is being opened again: repeat");
    }
    store_.reset();
  }
  if (auto opened = open(); !opened) return opened;
  broken_ = false;
  return Done{};
}

}  // namespace letopis::ledger

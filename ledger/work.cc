#include "ledger/work.h"

#include <fmt/format.h>
#include <semaphore.h>

#include <cerrno>

#include "ledger/files.h"
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
Refusal unknown(std::string_view ru, std::string_view en) {
  return refuse(
      "ledger.unknown",
      fmt::format("запись не удалась ({}): повторите ту же команду, она не запишется дважды", ru),
      fmt::format("writing failed ({}): repeat the same command, it is never stored twice", en));
}

// Rung once, by another thread. Whoever waits sleeps at once: std::binary_semaphore yields its core
// several times before it does, which many callers on few cores pay for dearly.
class Bell {
 public:
  Bell() { INVARIANT(::sem_init(&semaphore_, 0, 0) == 0); }
  ~Bell() { ::sem_destroy(&semaphore_); }
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;
  void ring() { INVARIANT(::sem_post(&semaphore_) == 0); }
  void wait() {
    while (::sem_wait(&semaphore_) != 0) INVARIANT(errno == EINTR);
  }

 private:
  ::sem_t semaphore_;
};

bool confirms_clock(const Prepared& command) {
  return command.events.size() == 1 &&
         std::holds_alternative<events::ClockConfirmed>(command.events.front().fact);
}

}  // namespace

struct Ledger::Work::Waiting {
  explicit Waiting(Result<Prepared> wanted) : prepared(std::move(wanted)) {
    if (!prepared) outcome = prepared.refusal();
  }
  const Prepared& command() const { return *prepared; }
  const Result<Prepared> prepared;
  std::optional<Result<Accepted>> outcome;  // empty when woken: it is this one's turn to lead
  Place place = Place::kNowhere;
  Bell bell;
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

events::Instant Ledger::Work::now(const Prepared& command) const {
  // Recorded never goes back, whatever the wall clock does.
  return std::max(command.trial_clock.value_or(clock_.now()),
                  state_.sequence.last_recorded().value_or(events::Instant{}));
}

template <class Any>
Result<Prepared> Ledger::Work::prepare_here(const Any& command) const {
  if (command.trial_clock && !settings_.trial) {
    return refuse("command.trial_clock",
                  "время назначает сервер: сценарий часов бывает лишь у пробы",
                  "the server says what time it is: only a trial has a script for its clock");
  }
  return prepare(command, checked_keys_);
}

template <class Any>
std::vector<Result<Accepted>> Ledger::Work::append_all(std::span<const Any> commands) {
  std::vector<Result<Accepted>> outcomes;
  outcomes.reserve(commands.size());
  if (auto stop = stopped(); !stop) {
    outcomes.assign(commands.size(), stop.refusal());
    return outcomes;
  }
  std::deque<Waiting> waiting;  // those who wait are not moved
  for (const auto& command : commands) waiting.emplace_back(prepare_here(command));
  for (auto& one : waiting) {
    if (!one.outcome) enqueue(one);
  }
  for (auto& one : waiting) {
    await(one);
    outcomes.push_back(std::move(*one.outcome));
  }
  return outcomes;
}

template std::vector<Result<Accepted>> Ledger::Work::append_all(std::span<const Command>);
template std::vector<Result<Accepted>> Ledger::Work::append_all(std::span<const OwnCommand>);

void Ledger::Work::enqueue(Waiting& waiting) {
  const std::lock_guard lock(queue_mutex_);
  const std::size_t bytes = waiting.command().bytes;
  if (queue_.size() >= kMaxWaiting || queue_bytes_ + bytes > kMaxWaitingBytes) {
    waiting.place = Place::kNowhere;
    waiting.outcome = refuse("ledger.busy", "слишком много команд ждут записи: повторите позже",
                             "too many commands are waiting: repeat later");
    return;
  }
  queue_.push_back(&waiting);
  queue_bytes_ += bytes;
  waiting.place = queue_.size() == 1 ? Place::kFirst : Place::kBehind;
}

void Ledger::Work::await(Waiting& waiting) {
  if (waiting.place == Place::kNowhere) return;
  if (waiting.place == Place::kBehind) waiting.bell.wait();
  if (!waiting.outcome) lead(waiting);
}

// Whoever stands first writes for all who stand behind, answers them, and wakes the next leader. Of
// those who wait some would wait for ever if this were left in the middle: where there is no memory
// even for that, the process ends, and what it acknowledged is on disk.
void Ledger::Work::lead(Waiting& leader) noexcept {
  const Waiters waiters = take_waiting();
  write(waiters);
  Waiting* next = nullptr;
  {
    const std::lock_guard lock(queue_mutex_);
    for (const auto* one : waiters) queue_bytes_ -= one->command().bytes;
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(waiters.size()));
    if (!queue_.empty()) next = queue_.front();
  }
  // The next one first: it can write while these are still being woken.
  if (next) next->bell.ring();
  for (auto* one : waiters) {
    if (one != &leader) one->bell.ring();
  }
  // The command is durable whether or not its checkpoint could be published at once.
  if (!settings_.background) static_cast<void>(prove_and_publish());
}

// The first of the queue takes along what waits behind it, up to a batch.
Ledger::Work::Waiters Ledger::Work::take_waiting() {
  const std::lock_guard lock(queue_mutex_);
  Waiters taken;
  std::size_t events = 0, bytes = 0;
  for (auto* one : queue_) {
    events += one->command().events.size();
    bytes += one->command().bytes;
    if (!taken.empty() && (events > kMaxBatchEvents || bytes > kMaxBatchBytes)) break;
    taken.push_back(one);
  }
  return taken;
}

// Whatever breaks, every caller is answered, and the next one starts from what is on disk.
void Ledger::Work::write(const Waiters& waiters) {
  const std::int64_t clock_was = wall_minus_monotonic_;
  const auto fail = [&](const Refusal& refusal) {
    wall_minus_monotonic_ = clock_was;
    for (auto* one : waiters) one->outcome = refusal;
  };
  in_doubt_ = false;
  try {
    take_and_commit(waiters);
  } catch (const StoreFailure& failure) {
    // While an earlier write is in doubt, its command may be here again: nobody can say that
    // nothing of it was taken.
    const bool full = failure.kind() == StoreFailure::Kind::kNoRoom && !in_doubt_ && !broken_;
    broken_ = true;
    fail(full ? no_room() : unknown(failure.what(), failure.what()));
  } catch (const std::exception& bug) {  // in a rule or a projection
    astray_ = true;
    fail(unknown(bug.what(), bug.what()));
  }
}

void Ledger::Work::take_and_commit(const Waiters& waiters) {
  if (auto ready = ready_to_write(); !ready) {
    for (auto* one : waiters) one->outcome = ready.refusal();
    return;
  }
  Batch batch(*store_, settings_, parts_, state_);
  for (auto* one : waiters) {
    one->outcome = take(batch, one->command());
  }
  if (!batch.empty()) commit(batch);
}

// What was taken before has its outcome, whatever the clock says now.
Result<Accepted> Ledger::Work::take(Batch& batch, const Prepared& command) {
  if (auto before = batch.seen(command)) return std::move(*before);
  const bool confirms = confirms_clock(command);
  const auto clock = check_clock();
  if (!clock && !confirms) return clock.refusal();
  auto taken = batch.take(command, now(command));
  if (taken && confirms) wall_minus_monotonic_ = clock_offset();
  return taken;
}

// A person's key goes only after the order to destroy it is on disk. Until it is gone nothing is
// published: if the power fails between the two, opening finds the order in the unpublished tail
// and obeys it then.
void Ledger::Work::commit(Batch& batch) {
  std::unique_lock publishing(publishing_mutex_, std::defer_lock);
  batch.seal(*vault_);
  if (!batch.erased().empty()) {
    publishing.lock();
    owes_destruction_ = true;
  }
  in_doubt_ = true;
  batch.commit();
  for (const auto& key : batch.enrolled()) checked_keys_.add(key);
  if (publishing.owns_lock()) {
    for (const auto person : batch.erased()) vault_->destroy(person);
    owes_destruction_ = false;
  }
  unpublished_ = true;
  if (settings_.background) background_wakes_.notify_one();
}

// Room first: while there is none, readers keep the store as it stands.
Outcome Ledger::Work::ready_to_write() {
  if (auto stop = stopped(); !stop) return stop;
  std::uint64_t free = 0;
  require(resources_.env->GetFreeSpace(settings_.directory.string(), &free));
  if (free < kRoomKeptFree) {
    return broken_ ? unknown("на диске нет места", "the disk is full") : no_room();
  }
  if (broken_) return recover();
  if (!astray_) return Done{};
  auto read = read_state(store_);
  if (read) astray_ = false;
  return read;
}

std::int64_t Ledger::Work::clock_offset() const {
  return clock_.now().milliseconds - clock_.monotonic_ms();
}

Outcome Ledger::Work::check_clock() const {
  if (settings_.trial) return Done{};
  const std::int64_t jump = clock_offset() - wall_minus_monotonic_;
  if (jump <= kClockJumpMs && jump >= -kClockJumpMs) return Done{};
  return refuse("ledger.clock_jump",
                fmt::format("часы сервера скачком ушли на {} с: запись остановлена, пока человек "
                            "не подтвердит время",
                            jump / 1000),
                fmt::format("the server's clock jumped by {} s: nothing is taken until a person "
                            "confirms the time",
                            jump / 1000));
}

// The disk is tried first: until it takes a file, readers keep the store as it stands.
Outcome Ledger::Work::recover() {
  const auto trial = settings_.directory / "disk.trial";
  replace_file(*resources_.env, trial, "letopis\n");
  require(resources_.env->DeleteFile(trial.string()));
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
  owes_destruction_ = false;  // opening did what was owed
  broken_ = false;
  return Done{};
}

}  // namespace letopis::ledger

#include <fmt/format.h>

#include <chrono>

#include "ledger/work.h"

namespace letopis::ledger {
namespace {

Refusal not_read_back(std::uint64_t position) {
  return {"ledger.not_read_back",
          {fmt::format("запись № {} читается не так, как была записана: журнал событий остановлен",
                       position),
           fmt::format("entry {} does not read back as it was written: the log has stopped",
                       position)}};
}

Refusal not_published(const char* why) {
  return {"ledger.not_published",
          {fmt::format("контрольная точка не опубликована: {}", why),
           fmt::format("the checkpoint was not published: {}", why)}};
}

}  // namespace

// Reads every new entry back, hashes it again and holds it against the tree, then signs and
// publishes what was proved.
Outcome Ledger::Work::prove_and_publish() {
  const std::lock_guard publishing(publishing_mutex_);
  if (auto stop = stopped(); !stop) return stop;
  const auto store = this->store();
  if (!store || owes_destruction_) return not_published("the store is to be opened again");
  unpublished_ = false;
  try {
    const std::uint64_t size = store->size();
    const auto entries = store->rows(Family::kEntries);
    const auto tree = store->rows(Family::kTree);
    entries->Seek(slice(entry_key({proved_.size()})));
    tree->Seek(slice(tree_key(0, proved_.size())));
    while (proved_.size() < size) {
      const std::uint64_t at = proved_.size();
      const bool there = entries->Valid() && tree->Valid() &&
                         view_of(entries->key()) == entry_key({at}) &&
                         view_of(tree->key()) == tree_key(0, at);
      const auto leaf =
          there ? signing::leaf_hash(bytes_of(view_of(entries->value()))) : signing::Digest{};
      if (!there || text_of(leaf.view()) != view_of(tree->value())) {
        require(entries->status());
        require(tree->status());
        stop(not_read_back(at));
        return not_read_back(at);
      }
      proved_.append(leaf);
      entries->Next();
      tree->Next();
    }
    if (published_.checkpoint.size == size) return Done{};
    auto published = ledger::publish(*resources_.env, settings_.directory,
                                     {settings_.origin, size, proved_.root()}, log_key_);
    const std::lock_guard lock(published_mutex_);
    published_ = std::move(published);
    return Done{};
  } catch (const std::exception& failure) {
    unpublished_ = true;  // what is durable stays unproved until the disk answers again
    return not_published(failure.what());
  }
}

void Ledger::Work::start() {
  wall_minus_monotonic_ = clock_offset();
  if (!settings_.background) return;
  background_ = std::thread([this] { publish_in_background(); });
}

void Ledger::Work::publish_in_background() {
  const auto interval = std::chrono::milliseconds(kPublishIntervalMs);
  std::unique_lock lock(background_mutex_);
  while (!ending_) {
    // The wait is bounded, so that a wake-up that comes between two looks is only late.
    background_wakes_.wait_for(lock, interval, [&] { return ending_ || unpublished_; });
    if (ending_ || !unpublished_) continue;
    lock.unlock();
    if (auto published = prove_and_publish(); !published) unpublished_ = !is_stopped();
    lock.lock();
    background_wakes_.wait_for(lock, interval, [&] { return ending_; });
  }
}

Ledger::Work::~Work() {
  {
    const std::lock_guard lock(background_mutex_);
    ending_ = true;
  }
  background_wakes_.notify_all();
  if (background_.joinable()) background_.join();
  // What could not be published now is proved and published at the next opening.
  if (store_ && !is_stopped()) static_cast<void>(prove_and_publish());
}

Outcome Ledger::Work::publish() { return prove_and_publish(); }

std::string Ledger::Work::checkpoint() const {
  const std::lock_guard lock(published_mutex_);
  return published_.note;
}

Outcome Ledger::Work::stopped() const {
  const std::lock_guard lock(published_mutex_);
  if (stopped_) return *stopped_;
  return Done{};
}

bool Ledger::Work::is_stopped() const { return !stopped(); }

void Ledger::Work::stop(const Refusal& why) {
  const std::lock_guard lock(published_mutex_);
  stopped_ = why;
}

}  // namespace letopis::ledger

// The inside of a ledger: the queue of waiting commands, the writer and the publisher.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "ledger/batch.h"
#include "ledger/published.h"
#include "ledger/vault.h"

namespace letopis::ledger {

class Ledger::Work {
 public:
  Work(Settings settings, Parts parts, const Resources& resources, const events::Clock& clock,
       signing::PrivateKey log_key);
  ~Work();

  // Opens store and vault, reads the state, proves the tail, publishes. Once, before all else; and
  // again by the writer after a disk failed.
  Outcome open();
  // Starts publishing in the background, where the settings say so.
  void start();

  // Of Command or OwnCommand.
  template <class Any>
  std::vector<Result<Accepted>> append_all(std::span<const Any> commands);
  Outcome publish();
  std::string checkpoint() const;
  std::unique_ptr<Snapshot> snapshot() const;
  const events::TextSource& texts() const { return texts_; }

 private:
  struct Waiting;
  using Waiters = std::vector<Waiting*>;

  // Readers find texts through whichever store is open now.
  class Texts final : public events::TextSource {
   public:
    explicit Texts(const Work& work) : work_(work) {}
    std::optional<std::string> find(events::PersonNumber about,
                                    const events::Commitment& text) const override;

   private:
    const Work& work_;
  };

  std::shared_ptr<const Store> store() const;
  Outcome look_first(const signing::Checkpoint& known) const;
  Outcome read_state(const std::shared_ptr<const Store>& opened);
  Outcome read_keys(const Store& store);
  Outcome check_kind(const Store& store) const;
  Outcome check_origin() const;
  Outcome prove_tail(const Store& store);
  Result<std::optional<events::PersonNumber>> prove_entry(const std::optional<std::string>& entry);
  Outcome check_heads(const Store& store) const;

  enum class Place { kNowhere, kFirst, kBehind };  // in the queue
  void enqueue(Waiting& waiting);
  void await(Waiting& waiting);
  void lead(Waiting& leader) noexcept;
  Waiters take_waiting();
  void write(const Waiters& waiters);
  void take_and_commit(const Waiters& waiters);
  Result<Accepted> take(Batch& batch, const Prepared& command);
  void commit(Batch& batch);
  Outcome ready_to_write();
  Outcome check_clock() const;
  Outcome recover();
  std::int64_t clock_offset() const;
  events::Instant now(const Prepared& command) const;
  template <class Any>
  Result<Prepared> prepare_here(const Any& command) const;

  Outcome prove_and_publish();
  void publish_in_background();
  Outcome stopped() const;
  bool is_stopped() const;
  void stop(const Refusal& why);

  const Settings settings_;
  const Parts parts_;
  const Resources resources_;
  const events::Clock& clock_;
  const signing::PrivateKey log_key_;

  mutable std::mutex store_mutex_;
  std::shared_ptr<Store> store_;  // shared with snapshots, which keep it open while they read
  std::unique_ptr<VaultKeys> vault_;
  CheckedKeys checked_keys_;
  const Texts texts_{*this};

  std::mutex queue_mutex_;
  std::deque<Waiting*> queue_;
  std::size_t queue_bytes_ = 0;

  // The writer's own; whoever leads holds them.
  LogState state_;
  bool broken_ = false;    // a write failed: what is on disk must be read again
  bool in_doubt_ = false;  // the failing write may or may not have reached the store
  bool astray_ = false;    // a rule broke: the state must be read again, the store is whole
  std::int64_t wall_minus_monotonic_ = 0;

  mutable std::mutex published_mutex_;
  Published published_;
  std::optional<Refusal> stopped_;
  std::mutex publishing_mutex_;
  signing::MerkleFrontier proved_;  // made of entries read back, apart from the writer's
  bool owes_destruction_ = false;   // an erasure is on disk, the person's key not yet destroyed

  std::mutex background_mutex_;
  std::condition_variable background_wakes_;
  bool ending_ = false;
  std::atomic<bool> unpublished_ = false;
  std::thread background_;
};

}  // namespace letopis::ledger

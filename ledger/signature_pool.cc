#include "ledger/signature_pool.h"

#include "events/entry.h"

namespace letopis::ledger {

SignaturePool::SignaturePool(audit::Findings& findings) : findings_(findings) {
  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

SignaturePool::~SignaturePool() { finish(); }

void SignaturePool::check(Job job) {
  filling_.push_back(std::move(job));
  if (filling_.size() == kChunk) hand_over();
}

void SignaturePool::hand_over() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return waiting_.size() < kMaxChunks; });
  waiting_.push_back(std::exchange(filling_, {}));
  filling_.reserve(kChunk);
  wakes_.notify_one();
}

void SignaturePool::finish() {
  if (threads_.empty()) return;
  hand_over();
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wakes_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void SignaturePool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    wakes_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const Chunk chunk = std::move(waiting_.front());
    waiting_.pop_front();
    room_.notify_one();
    lock.unlock();
    for (const auto& job : chunk) {
      if (events::verify_event(bytes_of(job.event), job.key, job.signature)) continue;
      findings_.add(audit::Fault::kAltered, "entries",
                    {"signature.invalid",
                     {"подпись автора не подходит к записи",
                      "the author's signature does not fit the entry"}},
                    job.position);
    }
    lock.lock();
  }
}

}  // namespace letopis::ledger

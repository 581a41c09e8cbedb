// Checks signatures on all cores while one thread reads entries.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "audit/findings.h"
#include "events/identifiers.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

class SignaturePool {
 public:
  struct Job {
    events::Position position;
    std::string event;  // the event's bytes
    signing::CheckedKey key;
    signing::Signature signature;
  };

  explicit SignaturePool(audit::Findings& findings);
  ~SignaturePool();  // waits for what was handed in
  SignaturePool(const SignaturePool&) = delete;
  SignaturePool& operator=(const SignaturePool&) = delete;

  // Waits while the queue is full. One thread.
  void check(Job job);
  // Waits for everything handed in.
  void finish();

 private:
  using Chunk = std::vector<Job>;
  static constexpr std::size_t kChunk = 256;
  static constexpr std::size_t kMaxChunks = 16;

  void work();
  void hand_over();

  audit::Findings& findings_;
  Chunk filling_;
  std::mutex mutex_;
  std::condition_variable wakes_;
  std::condition_variable room_;
  std::deque<Chunk> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace letopis::ledger

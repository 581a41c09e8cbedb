// Threads for what may block, started when they are needed, and a bounded queue before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace letopis::http {

// Who went to rest last is woken first, so that few threads do the work of a quiet hour.
class Workers {
 public:
  using Task = std::function<void()>;  // does not throw

  Workers(std::size_t threads, std::size_t waiting);
  // Does what was taken, then ends.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False iff all threads are at work and the queue is full. Any thread.
  bool take(Task task);

  // Waits for all that was taken. Nothing may be taken any more.
  void join();

 private:
  struct Rest {  // one thread at rest; on its own stack
    std::condition_variable woken;
    Task task;
    bool over = false;
  };
  bool give_to_a_thread(Task& task);
  void work(Task first);

  const std::size_t most_threads_;
  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::deque<Task> waiting_;
  std::vector<Rest*> resting_;
  std::vector<std::thread> threads_;
  bool over_ = false;
};

}  // namespace letopis::http

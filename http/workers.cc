#include "http/workers.h"

#include <system_error>
#include <utility>

namespace letopis::http {

Workers::Workers(std::size_t threads, std::size_t waiting)
    : most_threads_(threads), most_waiting_(waiting) {}

Workers::~Workers() { join(); }

bool Workers::take(Task task) {
  const std::lock_guard held(mutex_);
  if (give_to_a_thread(task)) return true;
  if (waiting_.size() >= most_waiting_) return false;
  waiting_.push_back(std::move(task));
  return true;
}

bool Workers::give_to_a_thread(Task& task) {
  if (!resting_.empty()) {
    Rest& rest = *resting_.back();
    resting_.pop_back();
    rest.task = std::move(task);
    rest.woken.notify_one();
    return true;
  }
  if (threads_.size() >= most_threads_) return false;
  try {
    threads_.emplace_back(&Workers::work, this, task);
    return true;
  } catch (const std::system_error&) {
    if (threads_.empty()) throw;
    return false;  // the system gives no more of them: it waits for one that there is
  }
}

void Workers::work(Task task) {
  Rest rest;
  while (true) {
    task();
    task = nullptr;  // what it holds ends here, not when the next comes
    std::unique_lock held(mutex_);
    if (!waiting_.empty()) {
      task = std::move(waiting_.front());
      waiting_.pop_front();
      continue;
    }
    if (over_) return;
    resting_.push_back(&rest);
    rest.woken.wait(held, [&] { return rest.task || rest.over; });
    if (!rest.task) return;
    task = std::exchange(rest.task, nullptr);
  }
}

void Workers::join() {
  {
    const std::lock_guard held(mutex_);
    over_ = true;
    for (Rest* const rest : std::exchange(resting_, {})) {
      rest->over = true;
      rest->woken.notify_one();
    }
  }
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

}  // namespace letopis::http

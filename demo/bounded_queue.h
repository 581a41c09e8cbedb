// Hands values from one thread to another, with room for a fixed number between them.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace letopis::demo {

// Any thread.
template <class Value>
class BoundedQueue {
 public:
  // Requires: room for at least one.
  explicit BoundedQueue(std::size_t room) : room_(room) {}

  // Waits while there is no room. False iff the queue is closed; the value is lost then.
  bool push(Value value) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || values_.size() < room_; });
    if (closed_) return false;
    values_.push_back(std::move(value));
    changed_.notify_all();
    return true;
  }

  // Waits while it is empty. Empty iff the queue is closed and all was taken.
  std::optional<Value> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !values_.empty(); });
    if (values_.empty()) return std::nullopt;
    std::optional<Value> value(std::move(values_.front()));
    values_.pop_front();
    changed_.notify_all();
    return value;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t room_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Value> values_;
  bool closed_ = false;
};

}  // namespace letopis::demo

// A few places for long work, so that it never takes all of a server.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace letopis::hosting {

// Any thread.
class Places {
 public:
  // Whoever would be one more than `most_waiting` to wait is told no at once: each holds a worker.
  Places(unsigned count, unsigned most_waiting) : free_(count), most_waiting_(most_waiting) {}

  // Kept until it goes.
  class Taken {
   public:
    explicit Taken(Places& places) : places_(&places) {}
    Taken(Taken&& other) noexcept : places_(std::exchange(other.places_, nullptr)) {}
    Taken& operator=(Taken&&) = delete;
    ~Taken() {
      if (places_ != nullptr) places_->leave();
    }

   private:
    Places* places_;
  };

  // Nothing iff none came free in time, or too many wait.
  std::optional<Taken> take(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (free_ == 0) {
      if (waiting_ == most_waiting_) return std::nullopt;
      ++waiting_;
      freed_.wait_for(lock, patience, [this] { return free_ > 0; });
      --waiting_;
      if (free_ == 0) return std::nullopt;
    }
    --free_;
    return Taken(*this);
  }

 private:
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      ++free_;
    }
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned free_;
  unsigned waiting_ = 0;
  const unsigned most_waiting_;
};

}  // namespace letopis::hosting

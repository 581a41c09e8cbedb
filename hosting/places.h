// A few places for long work, so that it never takes all of a server.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <string>
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
    Taken(Places& places, std::string who) : places_(&places), who_(std::move(who)) {}
    Taken(Taken&& other) noexcept
        : places_(std::exchange(other.places_, nullptr)), who_(std::move(other.who_)) {}
    Taken& operator=(Taken&&) = delete;
    ~Taken() {
      if (places_ != nullptr) places_->leave(who_);
    }

   private:
    Places* places_;
    std::string who_;
  };

  // Of the same `who`, at work and waiting: nobody fills them alone.
  static constexpr unsigned kMostOfOne = 2;

  // Nothing iff none came free in time, too many wait, or `who` would be here once too often. Of
  // whom nothing is known ("") that is not asked.
  std::optional<Taken> take(std::chrono::milliseconds patience, const std::string& who = {}) {
    std::unique_lock lock(mutex_);
    if (free_ == 0 && waiting_ == most_waiting_) return std::nullopt;
    if (!who.empty() && here_.count(who) == kMostOfOne) return std::nullopt;
    here_.insert(who);
    if (free_ == 0) {
      ++waiting_;
      freed_.wait_for(lock, patience, [this] { return free_ > 0; });
      --waiting_;
      if (free_ == 0) {
        here_.erase(here_.find(who));
        return std::nullopt;
      }
    }
    --free_;
    return Taken(*this, who);
  }

 private:
  void leave(const std::string& who) {
    {
      const std::lock_guard lock(mutex_);
      ++free_;
      here_.erase(here_.find(who));
    }
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned free_;
  unsigned waiting_ = 0;
  std::multiset<std::string> here_;  // who has a place or waits
  const unsigned most_waiting_;
};

}  // namespace letopis::hosting

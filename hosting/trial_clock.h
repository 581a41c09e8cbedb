// The clock of a trial that is served: begins at the trial's own moment and runs on at the pace of
// the machine's.
#pragma once

#include <atomic>

#include "events/clock.h"
#include "office/clocks.h"

namespace letopis::hosting {

// Any thread.
class TrialClock final : public events::Clock {
 public:
  explicit TrialClock(events::Instant begins)
      : ahead_ms_(begins.milliseconds - machine_.monotonic_ms()) {}

  events::Instant now() const override { return {machine_.monotonic_ms() + ahead_ms_.load()}; }
  std::int64_t monotonic_ms() const override { return machine_.monotonic_ms(); }

  // Never back: a moment that has passed changes nothing.
  void reach(events::Instant moment) {
    const auto behind = moment.milliseconds - now().milliseconds;
    if (behind > 0) ahead_ms_ += behind;
  }

 private:
  const office::SystemClock machine_;
  std::atomic<std::int64_t> ahead_ms_;
};

}  // namespace letopis::hosting

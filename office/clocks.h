// The two clocks of the program: the machine's own, and one that a script sets.
#pragma once

#include <atomic>

#include "events/clock.h"
#include "events/identifiers.h"

namespace letopis::office {

// Any thread.
class SystemClock final : public events::Clock {
 public:
  events::Instant now() const override;
  std::int64_t monotonic_ms() const override;
};

// Stands where it was set last; for trials only. Any thread may read it.
class ScriptClock final : public events::Clock {
 public:
  explicit ScriptClock(events::Instant start = {}) : at_(start.milliseconds) {}
  events::Instant now() const override { return {at_.load()}; }
  std::int64_t monotonic_ms() const override { return at_.load(); }
  // Never back. Requires: one thread sets.
  void set(events::Instant moment);

 private:
  std::atomic<std::int64_t> at_;
};

events::Day today();  // by the machine's clock, UTC

}  // namespace letopis::office

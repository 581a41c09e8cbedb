// A clock that stands until a test moves it.
#pragma once

#include "events/clock.h"

namespace letopis::shelf {

class SetClock final : public events::Clock {
 public:
  events::Instant now() const override { return {wall_ms}; }
  std::int64_t monotonic_ms() const override { return wall_ms - kStart; }
  void pass(std::int64_t milliseconds) { wall_ms += milliseconds; }

  static constexpr std::int64_t kStart = 1'773'212'400'000;  // 2026-03-11 07:00 UTC
  std::int64_t wall_ms = kStart;
};

}  // namespace letopis::shelf

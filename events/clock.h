// The one way to the time of day. Only `main` knows which clock it is.
#pragma once

#include "events/identifiers.h"

namespace letopis::events {

class Clock {
 public:
  virtual ~Clock() = default;
  // Wall time, which people and other machines set.
  virtual Instant now() const = 0;
  // Milliseconds that only grow while the process lives, whatever happens to the wall clock.
  virtual std::int64_t monotonic_ms() const = 0;
};

}  // namespace letopis::events

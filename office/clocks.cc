#include "office/clocks.h"

#include <chrono>

#include "outcome/invariant.h"

namespace letopis::office {
namespace {

template <class Clock>
std::int64_t milliseconds_of() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch())
      .count();
}

}  // namespace

events::Instant SystemClock::now() const { return {milliseconds_of<std::chrono::system_clock>()}; }

std::int64_t SystemClock::monotonic_ms() const {
  return milliseconds_of<std::chrono::steady_clock>();
}

void ScriptClock::set(events::Instant moment) {
  INVARIANT(moment.milliseconds >= at_.load());
  at_.store(moment.milliseconds);
}

events::Day today() {
  constexpr std::int64_t day_ms = 86'400'000;
  return {static_cast<std::int32_t>(SystemClock().now().milliseconds / day_ms)};
}

}  // namespace letopis::office

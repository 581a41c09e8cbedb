#include "trial/agenda.h"

#include <algorithm>
#include <tuple>

namespace letopis::trial {

Agenda::Agenda(std::uint64_t seed, Breakdown breakdown)
    : latency_(stream(seed, Purpose::kLatency)),
      latency_aside_(stream(seed, Purpose::kAttempts)),
      breakdown_(breakdown) {}

bool Agenda::later(const Item& left, const Item& right) {
  return std::tie(left.at, left.order) > std::tie(right.at, right.order);
}

void Agenda::at(events::Instant stated, Act act) { add(stated, std::move(act), latency_); }

void Agenda::aside(events::Instant stated, Act act) { add(stated, std::move(act), latency_aside_); }

void Agenda::add(events::Instant stated, Act act, Random& latency) {
  constexpr std::int64_t drains_faster = 20;  // the queue of an outage empties that much quicker
  std::int64_t recorded = stated.milliseconds;
  if (breakdown_.first <= stated && stated < breakdown_.last) {
    recorded = breakdown_.last.milliseconds +
               (stated.milliseconds - breakdown_.first.milliseconds) / drains_faster;
  }
  recorded += 90 + latency.below(700);
  recorded = std::max(recorded, now_.milliseconds);
  heap_.push_back(
      {{recorded}, added_++, {std::min(stated.milliseconds, recorded)}, std::move(act)});
  std::push_heap(heap_.begin(), heap_.end(), later);
}

void Agenda::live() {
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    const Item item = std::move(heap_.back());
    heap_.pop_back();
    now_ = item.at;
    item.act({item.at, item.stated});
  }
}

}  // namespace letopis::trial

// Spans of days, both ends included, and what they have in common.
#pragma once

#include <limits>
#include <vector>

#include "events/identifiers.h"

namespace letopis::projections {

inline constexpr events::Day kFirstDay{std::numeric_limits<std::int32_t>::min()};
inline constexpr events::Day kNoEnd{std::numeric_limits<std::int32_t>::max()};

struct Interval {
  events::Day first = kFirstDay;
  events::Day last = kNoEnd;

  bool holds(events::Day day) const { return first <= day && day <= last; }
  bool meets(const Interval& other) const { return first <= other.last && other.first <= last; }
  bool operator==(const Interval&) const = default;
};

// Sorted by their first day.
using Intervals = std::vector<Interval>;

bool holds(const Intervals& intervals, events::Day day);
bool meets(const Intervals& intervals, const Interval& other);
Intervals common(const Intervals& a, const Intervals& b);

}  // namespace letopis::projections

#include "projections/interval.h"

#include <algorithm>

namespace letopis::projections {

bool holds(const Intervals& intervals, events::Day day) {
  return std::any_of(intervals.begin(), intervals.end(),
                     [day](const Interval& one) { return one.holds(day); });
}

bool meets(const Intervals& intervals, const Interval& other) {
  return std::any_of(intervals.begin(), intervals.end(),
                     [&other](const Interval& one) { return one.meets(other); });
}

Intervals common(const Intervals& a, const Intervals& b) {
  Intervals shared;
  for (const Interval& one : a) {
    for (const Interval& other : b) {
      if (one.meets(other)) {
        shared.push_back({std::max(one.first, other.first), std::min(one.last, other.last)});
      }
    }
  }
  std::sort(shared.begin(), shared.end(),
            [](const Interval& x, const Interval& y) { return x.first < y.first; });
  return shared;
}

}  // namespace letopis::projections

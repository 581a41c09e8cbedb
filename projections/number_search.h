// Counting what is numbered without gaps, by asking whether single numbers are there.
#pragma once

#include <cstdint>

namespace letopis::projections {

// How many of 0, 1, 2 … are there. Requires: iff one is there, all before it are. Asks about
// 2·log2(count) times.
template <class IsThere>
std::uint32_t count_of(const IsThere& is_there) {
  std::uint64_t there = 0;  // all below it are
  std::uint64_t step = 1;
  while (is_there(static_cast<std::uint32_t>(there + step - 1))) {
    there += step;
    step *= 2;
  }
  for (step /= 2; step > 0; step /= 2) {
    if (is_there(static_cast<std::uint32_t>(there + step - 1))) there += step;
  }
  return static_cast<std::uint32_t>(there);
}

}  // namespace letopis::projections

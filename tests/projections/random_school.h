// A school in which anything may happen: the same seed gives the same log.
#pragma once

#include <cstdint>

#include "projections/small_school.h"

namespace letopis::projections {

// `steps` random facts after the founding: lessons, marks and their changes, absences, movements,
// reasons, rules, compromised keys.
SmallSchool random_school(std::uint32_t seed, std::size_t steps);

// The same happens to a school that has begun otherwise.
void live_at_random(SmallSchool& school, std::uint32_t seed, std::size_t steps);

}  // namespace letopis::projections

// What a school owed in its year under its regulation, and what became of it: by kind of duty.
#pragma once

#include <vector>

#include "events/views.h"
#include "outcome/result.h"
#include "projections/due.h"

namespace letopis::demo {

struct DutiesOfAKind {
  projections::DueItem first;  // the earliest of them; its clause stands for all
  std::uint64_t owed = 0;      // the sum of the three below
  std::uint64_t in_time = 0;   // also what has no term
  std::uint64_t late = 0;
  std::uint64_t open = 0;
};

// As of a moment, closed years too, in the order of the kinds. What leaves no fact in the log, and
// what may still be done in time, is not counted. Refuses what due_items refuses.
Result<std::vector<DutiesOfAKind>> count_duties(const events::ViewReader& views,
                                                events::Instant now);

}  // namespace letopis::demo

// Schools under a regulation of a few parameters, and lists of what is due in them.
#pragma once

#include <vector>

#include "projections/due.h"
#include "projections/taught_school.h"

namespace letopis::projections {

// The days by which it is due.
struct Span {
  const char* first = "2025-09-01";
  const char* last = "2026-05-31";
};

// A regulation in force since 1 August; no timetable.
TaughtSchool school_under(std::vector<events::Parameter> parameters);

std::vector<DueItem> due(const SmallSchool& school, DueKind kind, events::Instant now,
                         const Span& span = {}, bool done = false);

}  // namespace letopis::projections

// Which duties a person asks for, and as of when.
#pragma once

#include <cstddef>

#include "office/school.h"
#include "projections/due.h"
#include "terminal/arguments.h"

namespace letopis::reading {

inline constexpr std::size_t kDueLinesShown = 25;  // without --limit
inline constexpr std::size_t kMostDueLines = 100'000;
inline constexpr int kDueDaysAhead = 7;

struct DueChoice {
  projections::DueQuery query;
  std::size_t limit = kDueLinesShown;
};

// Reads person, class, kind, day and limit. Refuses what SchoolReader's searches refuse, due.kind,
// due.no_person and due.many_people.
Result<DueChoice> choose_due(const office::SchoolReader& school,
                             const terminal::Arguments& arguments);

}  // namespace letopis::reading

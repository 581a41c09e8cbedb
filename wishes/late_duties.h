// Which facts of a command did too late what a year is set up with: curriculum, loads, timetable,
// plans, at the first start and each year (SET-08, SET-10, SET-16).
#pragma once

#include <span>
#include <vector>

#include "wishes/late_entries.h"

namespace letopis::wishes {

// The facts stand in `school` already, the first of them at `first`. A fact that does a duty again
// is not late: the duty was done by the first.
std::vector<LateEntry> late_duties(std::span<const events::Fact> facts, events::Position first,
                                   const rules::SchoolNow& school);

}  // namespace letopis::wishes

// Which facts of a command came later than the regulation of their day wants them.
#pragma once

#include <span>
#include <vector>

#include "events/facts.h"
#include "projections/filed.h"
#include "regulations/lateness.h"
#include "rules/school_now.h"

namespace letopis::wishes {

struct LateEntry {
  events::Position position;
  std::string_view fact;
  regulations::Deadline deadline;
  regulations::Lateness late;
};

// Marks and their changes are judged as the change report judges them; topics, homework and
// absences by the terms of their lesson; notices of wrong marks and of compromised keys, changes of
// the timetable and substitutions by terms of their own. What was stated in time while an outage
// lasted is not late. `first` is the stamp of the first of the facts, which stand in `school`
// already. Empty where the school has not described itself.
std::vector<LateEntry> late_entries(std::span<const events::Fact> facts,
                                    const projections::Stamp& first,
                                    const rules::SchoolNow& school);

}  // namespace letopis::wishes

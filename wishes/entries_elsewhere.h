// Which facts of a command were entered elsewhere than at a listed point of operation. ACC-18.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "events/facts.h"
#include "projections/filed.h"
#include "projections/workplaces.h"
#include "rules/school_now.h"

namespace letopis::wishes {

struct EntryElsewhere {
  events::Position position;
  std::string_view fact;
  projections::Elsewhere elsewhere;
};

// Marks of lessons and their changes, judged as the change report judges them. `first` is the stamp
// of the first of the facts, which stand in `school` already. Empty where the regulation is silent
// on points, or the school has not described itself.
std::vector<EntryElsewhere> entries_elsewhere(std::span<const events::Fact> facts,
                                              const projections::Stamp& first,
                                              const rules::SchoolNow& school);

}  // namespace letopis::wishes

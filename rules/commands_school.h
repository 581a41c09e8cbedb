// What the director wishes of the school's rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// A regulation with all that it says; what it leaves out is silent from then on.
struct AdoptRegulation {
  std::string title;
  std::optional<events::Order> order;
  events::Day in_force_from;
  std::vector<events::Parameter> parameters;
};

Result<std::vector<events::Fact>> facts_of(const AdoptRegulation& wish, events::PersonNumber author,
                                           const SchoolNow& school);

}  // namespace letopis::rules

// What became of a command that stands in the log, as JSON.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "events/facts.h"
#include "projections/filed.h"
#include "rules/school_now.h"

namespace letopis::wishes {

// {"first", "count", "recorded", "declared"}; and where they are not empty "late": [{"position",
// "fact", "due", "days", "clause"}] and "elsewhere": [{"position", "fact", "clause"}]. The facts
// stand in `school` already, the first of them at `first`.
boost::json::object told_outcome(const std::vector<events::Fact>& facts,
                                 const projections::Stamp& first, const rules::SchoolNow& school);

}  // namespace letopis::wishes

// One duty as JSON.
#pragma once

#include <boost/json/object.hpp>

#include "projections/due.h"
#include "regulations/time_zone.h"

namespace letopis::wishes {

// {"kind", "clause", "roles", "who", "opens", "due", "late_from", "late_days", "done", "class", …};
// what does not apply is left out. Moments are those of the school's wall.
boost::json::object told_due(const projections::DueItem& item,
                             const projections::Directory& directory,
                             const regulations::TimeZone& zone);

}  // namespace letopis::wishes

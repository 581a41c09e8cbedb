// What is due, as answers and programs get it: one shape for all who ask.
#pragma once

#include <boost/json/object.hpp>

#include "projections/due.h"
#include "regulations/time_zone.h"

namespace letopis::wishes {

// {"kind", "roles", "who" (numbers), "about", "opens", "clause", "due", "late_from", "late_days",
// "done" (position), "reminder"}; what there is not is left out. Classes, subjects and groups go by
// their names, people by number. Borrows for the call.
boost::json::object due_json(const projections::DueItem& item,
                             const projections::Directory& directory,
                             const regulations::TimeZone& zone);

}  // namespace letopis::wishes

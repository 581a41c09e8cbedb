// A printed copy and its story, as answers tell it.
#pragma once

#include <boost/json/object.hpp>

#include "projections/archive_register.h"
#include "wishes/sight.h"

namespace letopis::wishes {

// {"copy", "kind", "sheets", "printed", "position", "log_size", "sha256"} and, where there is one,
// "class", "subject", "period", "pupil" with "name", "certified", "register_number" with "place",
// "handed_over". Classes are called as on the day of printing.
boost::json::object copy_json(const projections::RegisteredCopy& copy, const Sight& sight);

}  // namespace letopis::wishes

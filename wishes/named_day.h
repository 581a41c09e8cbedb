// The day whose names a query means: a class is called otherwise each year.
#pragma once

#include <boost/json/object.hpp>

#include "wishes/desk.h"

namespace letopis::wishes {

// The desk as of the latest day that is asked about, but not after today: `to`, `day`, `from`, else
// the last day of the `period` that is given by its number, or of the `year`, else today. What does
// not read as a day is passed over here: reading the query refuses it.
Desk on_named_day(const boost::json::object& query, const Desk& desk);

}  // namespace letopis::wishes

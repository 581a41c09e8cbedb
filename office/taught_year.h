// Which academic year a log speaks of: after a year is closed the next one is open already, and
// empty.
#pragma once

#include "events/facts_school.h"
#include "outcome/result.h"
#include "projections/directory_reader.h"

namespace letopis::office {

// The year of the lesson recorded last; without lessons, the year opened last. Refuses
// school.no_year.
Result<events::YearOpened> taught_year(const projections::Directory& directory);

}  // namespace letopis::office

// Days as people type them into tables.
#pragma once

#include <optional>
#include <string_view>

#include "events/identifiers.h"

namespace letopis::intake {

// Reads 2012-03-04, 04.03.2012, 4.3.2012 and 04/03/2012 (day first). Absent iff it is no such day:
// the 30th of February, two digits of a year.
std::optional<events::Day> day_typed(std::string_view text);

// Complete years from birth to a day. Requires: the birth is not after it.
int age_on(events::Day birth, events::Day day);

}  // namespace letopis::intake

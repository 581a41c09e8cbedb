// Moments as wishes and answers write them: "2025-10-03T10:15:00+03:00".
#pragma once

#include <string>
#include <string_view>

#include "outcome/result.h"
#include "regulations/time_zone.h"

namespace letopis::wishes {

// Seconds and thousandths may be left out; the offset ("+03:00" or "Z") may not. Refuses
// moment.unreadable.
Result<events::Instant> parse_moment(std::string_view text);

// As the school's clock shows it, with its offset then; thousandths only where there are some.
std::string print_moment(events::Instant moment, const regulations::TimeZone& zone);

}  // namespace letopis::wishes

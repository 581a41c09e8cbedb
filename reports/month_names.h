// Months as a journal has them above its dates, and days of the week.
#pragma once

#include <string_view>

#include "terminal/text.h"

namespace letopis::reports {

// 1 is January; 1 is Monday.
std::string_view month_name(terminal::Language language, unsigned month);
std::string_view weekday_name(terminal::Language language, unsigned weekday);

}  // namespace letopis::reports

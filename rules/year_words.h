// What academic years are called in sentences.
#pragma once

#include <string>

#include "events/facts_school.h"

namespace letopis::rules {

// "2025/26".
std::string name_of(const events::YearOpened& year);

}  // namespace letopis::rules

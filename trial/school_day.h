// A school day: in the morning it is known which lessons there will be and who will be in them;
// after each lesson its teacher records it.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// Puts every school day's morning on the agenda.
void plan_school_days(Life& life);

}  // namespace letopis::trial

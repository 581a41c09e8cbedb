// Where teachers enter marks: at the point of the own room, and one of them some evenings at home.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// On the morning of a school day: who is there takes the own point before the first lesson. Only
// where the regulation has marks entered at points.
void take_workplaces(Life& life, events::Day day);

}  // namespace letopis::trial

// The timetable becomes facts: entered by the administrator before a quarter, approved by the
// director.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// For a quarter, 0 to 3. A large school's takes several facts.
void enter_timetable(Life& life, unsigned quarter, Moment when);
void approve_timetable(Life& life, Moment when);

// Puts both on the agenda for the quarters after the first.
void plan_timetables(Life& life);

}  // namespace letopis::trial

// Who is away, and what the class teacher says of it afterwards.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// Spreads so many school days over absences of one to seven days, from a first day on.
std::vector<Absence> any_absences(const SchoolYear& year, unsigned days, events::Day from,
                                  Random& random);

// How many days the pupil will miss: those of the results, or by chance.
unsigned days_missed(const Settings& settings, std::size_t which, Random& random);

// Absences of pupils and teachers, exemptions, and on the agenda: what class teachers say of them.
void plan_presence(Life& life);

// The same for a pupil who comes during the year.
void plan_presence_of(Life& life, std::size_t pupil, events::Day from);

bool is_away(const std::vector<Absence>& absences, events::Day day);

}  // namespace letopis::trial

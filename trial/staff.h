// Who teaches what to whom: teachers by speciality, about 27 hours a week each at the most.
#pragma once

#include "trial/school.h"

namespace letopis::trial {

inline constexpr unsigned kMostTeachingHours = 27;

// Hires as many teachers as the classes need, gives them loads (two for a subject taught in
// subgroups, to two teachers) and names class teachers.
void hire_staff(const Settings& settings, School& school);

}  // namespace letopis::trial

// Classes and who is in them.
#pragma once

#include "trial/school.h"

namespace letopis::trial {

// About 25 pupils a class and two or three parallel classes a grade; a small school has fewer
// grades and smaller classes. No pupils yet.
std::vector<SchoolClass> open_classes(const Settings& settings);

// Pupils, in the order of classes and names, with families, strengths and subgroups.
void fill_classes(const Settings& settings, School& school);

// One more pupil for a class; is not yet on its roll. `which` tells pupils apart.
Pupil any_pupil(const Settings& settings, std::size_t which, const SchoolClass& school_class);

}  // namespace letopis::trial

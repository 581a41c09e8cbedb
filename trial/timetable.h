// A weekly timetable without clashes: no teacher, class or subgroup stands twice at one bell. Each
// teacher has a room of their own, so rooms do not clash either.
//
// Lessons are placed one by one, the hardest first. One that finds its place taken pushes out who
// stands there, and the pushed one looks for another; places that were fought over grow dearer, so
// the fight moves on. A class has no gaps: its lessons fill the first bells of each day.
#pragma once

#include <vector>

#include "trial/school.h"

namespace letopis::trial {

// By weekday, bell and load. Both subgroups of a subject stand at the same bell.
std::vector<WeeklyLesson> make_timetable(const School& school, std::uint64_t seed);

}  // namespace letopis::trial

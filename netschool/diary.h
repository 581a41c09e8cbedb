// A diary as the protocol has it: the lessons of some days, held and planned, with assignments.
#pragma once

#include <boost/json/object.hpp>

#include "netschool/family.h"

namespace letopis::netschool {

inline constexpr int kMostDiaryDays = 400;  // asked for at once

// How long before the first day homework may have been set that is due in these days.
inline constexpr int kHomeworkReach = 21;

// {"weekStart"}: the Monday of the week of that day.
boost::json::object diary_start_json(events::Day day);

// {"weekStart", "weekEnd", "termName", "className", "weekDays": [{"date", "lessons": [{"day",
// "number", "room", "startTime", "endTime", "subjectName", "classmeetingId", "assignments"}]}]},
// the days that have lessons. Homework stands at the lesson it is due for, where that is among
// them; else at the lesson at which it was set. What is cancelled or withdrawn is left out. Refuses
// netschool.span: it ends before it begins, or is too long.
Result<boost::json::object> diary_json(const Child& child, events::Day first, events::Day last,
                                       const wishes::Sight& sight);

}  // namespace letopis::netschool

// What a family reads of one lesson: topic, homework, marks.
#pragma once

#include <string>
#include <vector>

#include "projections/diary_page.h"
#include "reports/desk.h"

namespace letopis::reports {

// What happens at the psychologist's stays there: such a lesson has neither topic nor homework on
// paper, whoever prints it.
std::string diary_topic(const Desk& desk, const projections::DiaryLesson& lesson);
// The class's and the pupil's own.
std::string diary_homework(const Desk& desk, events::PersonNumber pupil,
                           const projections::DiaryLesson& lesson);
documents::Text diary_result(const projections::DiaryLesson& lesson);

// Pupils of the class in the days of the request, or the one whom it names, as lists are sorted.
// Refuses report.not_in_class where there is none.
Result<std::vector<events::PersonNumber>> diary_pupils(const Desk& desk);

}  // namespace letopis::reports

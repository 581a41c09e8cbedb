// Until when marks may be entered and changed.
#pragma once

#include "outcome/result.h"
#include "projections/mark_cell.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses mark.too_late: the regulation forbids late marks, the term of this one is over. A work's
// kind counts as it stood when the term of ordinary marks ended. A declared outage moves no such
// term: no clause lets it, and what was stated within it is the author's word alone. It excuses
// lateness where that is shown; where marks are refused, «задним числом» (R0 3.2 (1)) stays
// forbidden without a permission that cites an order, be it the outage's own.
Outcome check_term(const events::MarkGiven& fact, const LessonNow& lesson, const SchoolNow& school);

// Refuses mark.window and mark.same_day. Where there is no window at all (R0 3.2 (1)), a slip is
// mended on the day on which it was made, unless `edit.same_day` says no.
Outcome check_window(const projections::Mark& mark, const LessonNow& lesson,
                     const SchoolNow& school);

}  // namespace letopis::rules

// When a mark of a lesson may be given, corrected and withdrawn. JRN-02, JRN-06, JRN-07, JRN-09,
// JRN-11.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses lesson.withdrawn, lesson.void, pupil.not_there, mark.not_of_lesson («н/а» is a period's),
// mark.ordinal (the next of the cell), work.missing, mark.not_in_grade (`grades_without_marks`,
// `grades_attendance_only`), what locks.h refuses, and mark.too_late where `entry.mark.late` is
// refuse: past `entry.mark.due`, or `entry.written_work.due` of a written work.
Outcome check(const events::MarkGiven& fact, const Act& act, const SchoolNow& school);

// Refuses mark.not_standing and mark.same, which tell what stands there now; mark.not_of_lesson;
// mark.ground (an adjustment rests on a dispute or a permission); dispute.of_another_mark and
// dispute.answered; what locks.h refuses; mark.window (past `edit.window`, nothing permits it) and
// mark.same_day (there is no window, and `edit.same_day` is no).
Outcome check(const events::MarkCorrected& fact, const Act& act, const SchoolNow& school);

// Refuses mark.not_standing, what locks.h refuses, mark.window and mark.same_day.
Outcome check(const events::MarkWithdrawn& fact, const Act& act, const SchoolNow& school);

// The regulation has the class's grade go without marks on that day: mark.not_in_grade.
Outcome check_grade_has_marks(const projections::Place& place, events::Day day,
                              const SchoolNow& school);

// An adjustment rests on a dispute or a permission: mark.ground.
Outcome check_adjustment(events::ChangeType type, bool has_ground);

}  // namespace letopis::rules

// What may be noted of a pupil's presence. JRN-04, JRN-05.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr unsigned kUsualLessonMinutes = 45;  // where no bells ring

// Refuses lesson.withdrawn, lesson.void, what locks.h refuses, pupil.not_there, absence.noted
// (something is noted already) and absence.minutes (late by 1 minute up to the lesson's length by
// the bells of its day; absent by none).
Outcome check(const events::AbsenceNoted& fact, const Act& act, const SchoolNow& school);

// Refuses absence.none and what locks.h refuses.
Outcome check(const events::AbsenceWithdrawn& fact, const Act& act, const SchoolNow& school);

// Refuses days.order, day.no_year, year.closed and pupil.not_there (on none of the days). A reason
// may be given before the absence.
Outcome check(const events::AbsenceExplained& fact, const Act& act, const SchoolNow& school);

// Refuses days.order, day.future, day.no_year and year.closed.
Outcome check(const events::AttendanceReviewed& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

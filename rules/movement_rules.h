// Rules of the movement of pupils and of how they are taught. SET-07, SET-12, JRN-04.
//
// A movement changes where a pupil is from its day on, and nothing before: it is refused inside a
// closed period or year (period.closed, year.closed) and where entries would be left outside
// (movement.marks_after, entries_after.h).
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// movement.enrolled (in a class on that day or later); class.closed; person.erased.
Outcome check(const events::PupilEnrolled& fact, const Act& act, const SchoolNow& school);

// movement.not_there (is not in that class on that day, or has left it later), movement.same_class,
// class.closed.
Outcome check(const events::PupilMoved& fact, const Act& act, const SchoolNow& school);

// movement.not_there.
Outcome check(const events::PupilLeft& fact, const Act& act, const SchoolNow& school);
Outcome check(const events::PupilGraduated& fact, const Act& act, const SchoolNow& school);

// movement.not_there; movement.promoted (already, in that year); class.closed.
Outcome check(const events::PupilPromoted& fact, const Act& act, const SchoolNow& school);

// days.reversed, year.closed, movement.nowhere (in no class on the first day).
Outcome check(const events::StudyFormSet& fact, const Act& act, const SchoolNow& school);
Outcome check(const events::ExemptionGiven& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

// Marks of periods, and the closing of periods. JRN-08, JRN-13, JRN-14.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses period.kind (a year, exam or final mark is of a year, a period's of a quarter or
// half-year), period.other_grades, period.not_begun (for the year: its last period has not),
// pupil.not_there (not in the class on any day of the period), mark.not_in_grade,
// period_mark.stands (it is given once, then corrected), period_mark.no_order (`period_marks.due`
// goes by orders), and what check_result_open of locks.h and own_journal.h refuse.
Outcome check(const events::PeriodMarkGiven& fact, const Act& act, const SchoolNow& school);

// Refuses period_mark.not_standing and mark.same, which tell what stands; mark.ground;
// dispute.of_another_mark (another pupil's, or of another subject); and what check_result_open
// refuses.
Outcome check(const events::PeriodMarkCorrected& fact, const Act& act, const SchoolNow& school);

// Refuses period_mark.not_standing and what check_result_open refuses.
Outcome check(const events::PeriodMarkWithdrawn& fact, const Act& act, const SchoolNow& school);

// Refuses period.other_grades, period.closed, period.not_over and year.closed.
Outcome check(const events::PeriodClosed& fact, const Act& act, const SchoolNow& school);

// Refuses period.not_closed and year.closed.
Outcome check(const events::PeriodReopened& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

// Rules of remarks, control notes, reports and acquaintance. REP-03 to REP-07, SET-13, ACC-19.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// remark.level (not of an office that the author holds), remark.due (before today), remark.whom (to
// somebody who is no staff).
Outcome check(const events::RemarkMade& fact, const Act& act, const SchoolNow& school);
// remark.settled (waits to be confirmed, or is confirmed).
Outcome check(const events::RemarkSettled& fact, const Act& act, const SchoolNow& school);
// remark.level; remark.not_settled.
Outcome check(const events::RemarkConfirmed& fact, const Act& act, const SchoolNow& school);

// days.reversed, day.future, note.due (before today).
Outcome check(const events::ControlNoteIssued& fact, const Act& act, const SchoolNow& school);

// acquaintance.none (there is no such note, remark or timetable), acquaintance.twice.
Outcome check(const events::AcquaintanceSigned& fact, const Act& act, const SchoolNow& school);

// days.reversed; report.twice (the author has handed in that report of these days already).
Outcome check(const events::ReportHandedIn& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

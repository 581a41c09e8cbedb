// Permissions to enter late: a named teacher, class, subject and days, until a moment, by an order.
// JRN-07, JRN-08.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses permission.over (it would be over already), days.order, day.future,
// day.no_year, year.closed, and permission.no_load (the teacher has no load and no substitution
// there in these days).
Outcome check(const events::PermissionGiven& fact, const Act& act, const SchoolNow& school);

// Refuses permission.ended.
Outcome check(const events::PermissionEnded& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

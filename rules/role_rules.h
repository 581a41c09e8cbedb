// Rules of appointments. ACC-01, ACC-06, ACC-17.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Officers are appointed by the director, a director by the director or the founder; teachers,
// psychologists and class teachers by the administrator, too. Refuses role.by_director,
// role.not_given (pupils and parents are made by enrolment and by links), role.class (a class
// teacher without a class, or another role with one), class.closed, role.pupil (who learns here
// gets no appointment), person.erased; order.none, with the clause, for the roles that the
// parameter `appointed_by_order` lists; role.held (an appointment of the same scope is open; the
// founder may repeat a director's, whose key was lost).
Outcome check(const events::RoleGiven& fact, const Act& act, const SchoolNow& school);

// role.by_director; role.not_held, role.before_first (ends before it began).
Outcome check(const events::RoleEnded& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

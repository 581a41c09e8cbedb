// Rules of the adopted regulation and of the orders that change it. SET-01.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// A rule binds from a day on which nothing is closed yet, or what was judged would be judged anew;
// and what cannot hold together (regulations/contradictions.h) is in force on no day from then on.
// Refuses text.empty, parameter.unreadable, parameter.twice, parameter.contradiction,
// rule.closed_year, rule.closed_period.
Outcome check(const events::RegulationAdopted& fact, const Act& act, const SchoolNow& school);

// The same, and parameter.not_a_choice. The changes of one command count together: two values that
// must change at once come in one. What contradicted before may go on to.
Outcome check(const events::ParameterChanged& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

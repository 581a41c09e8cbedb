// All that is asked of one fact before it may stand in the log.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Who may state it (access.h), the orders it cites, then what the rules of its kind say. `school`
// knows the facts before it in the same command. Pure.
Outcome judge(const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

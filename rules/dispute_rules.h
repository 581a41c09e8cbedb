// A pupil's or parent's notice of a wrong mark, and its answer. JRN-17.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses mark.not_standing, dispute.found (after today, or before the mark was given) and
// dispute.open (a notice of that mark waits for its answer).
Outcome check(const events::DisputeRaised& fact, const Act& act, const SchoolNow& school);

// Refuses dispute.answered, dispute.another_pupil, dispute.no_change (answered with a correction,
// but none names it: neither in the log nor in the command) and dispute.no_reason (declined without
// a word).
Outcome check(const events::DisputeAnswered& fact, const Act& act, const SchoolNow& school);

// Refuses dispute.answered.
Outcome check_unanswered(events::DisputeNumber dispute, const SchoolNow& school);

}  // namespace letopis::rules

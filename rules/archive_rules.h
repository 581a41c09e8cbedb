// Rules of how long volumes are kept, and of how they are destroyed. ARC-08.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Of a volume that is sealed: volume.term_of_log (a log volume is kept for ever), volume.term_past
// (its last day of keeping is before today).
Outcome check_term(const events::VolumeSealed& fact, const SchoolNow& school);

// volume.of_log (log volumes are never destroyed), volume.kept_for_ever, volume.kept (until a day
// that is not over: the sentence names it), volume.destroyed (on this medium already).
Outcome check(const events::VolumeDestroyed& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

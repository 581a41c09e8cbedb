// Rules of families: links, consents and choices. ACC-04, ACC-10, ACC-11, DRY-06.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr unsigned kLastGradeOfMinors = 9;

// link.oneself, link.twice, person.erased.
Outcome check(const events::GuardianLinked& fact, const Act& act, const SchoolNow& school);
// link.none.
Outcome check(const events::GuardianUnlinked& fact, const Act& act, const SchoolNow& school);

// Says it who may: a legal representative, or the person, unless a pupil of a grade in which nobody
// is of age. Refuses consent.said_by; consent.speaks (a parent records what another said);
// day.future.
Outcome check(const events::ConsentRecorded& fact, const Act& act, const SchoolNow& school);

// choice.by (neither the pupil nor a legal representative), day.future.
Outcome check(const events::DiaryFormChosen& fact, const Act& act, const SchoolNow& school);
// choice.no_child.
Outcome check(const events::NoticesChosen& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

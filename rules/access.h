// Whether an author may state a fact: by the table, within reach. ACC-01 to ACC-07.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/concern.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses access.no_role, naming who may, with the clause where the regulation names them;
// access.out_of_reach (another's class, lesson, child); access.founder (the founder's key makes the
// log, its director and its continuation, and nothing else).
Outcome check_access(const Act& act, const SchoolNow& school);

// The author has the role today; of a class teacher: in some class.
bool has_role(events::PersonNumber author, events::Role role, const SchoolNow& school);

// The author teaches what the concern is about: held the lesson, has the load on its day or now, or
// substitutes whoever has.
bool teaches(events::PersonNumber author, const Concern& concern, const SchoolNow& school);

// The person is a pupil of the author's own class, or of the family of one; in an entry of a
// lesson, was one on its day; likewise the class.
bool is_own_class(events::PersonNumber author, const Concern& concern, const SchoolNow& school);

// Works at the school today: has an appointment that is not an inspector's.
bool is_staff(events::PersonNumber author, const SchoolNow& school);

bool is_own_child(events::PersonNumber parent, events::PersonNumber child, const SchoolNow& school);

}  // namespace letopis::rules

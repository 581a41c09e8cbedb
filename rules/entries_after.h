// Nothing that moves a pupil may leave an entry of theirs outside: the past does not change.
// SET-07.
#pragma once

#include <optional>

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Where a pupil would no longer be.
struct NoLongerThere {
  events::PersonNumber pupil;
  events::Day from;                                 // this day, and all after it
  std::optional<events::ClassNumber> school_class;  // its lessons; empty: any
  std::optional<events::GroupNumber> group;         // of these, the group's only
};

// Refuses movement.marks_after, naming the first lesson in which a mark or an absence of the pupil
// stands, in the log or in the same command. What is void or was withdrawn does not count.
Outcome check_no_entries(const NoLongerThere& where, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

// Rules of classes and study groups. SET-05, SET-07, SET-11.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// year.closed, class.grade, text.empty, class.twice (another has that name in the year).
Outcome check(const events::ClassOpened& fact, const Act& act, const SchoolNow& school);

// year.closed; class.closed; class.promoted (already in that year); class.not_next (the grade is
// not the one after the class's own).
Outcome check(const events::ClassPromoted& fact, const Act& act, const SchoolNow& school);

// class.closed (already), year.closed, class.not_empty (somebody is still there afterwards).
Outcome check(const events::ClassClosed& fact, const Act& act, const SchoolNow& school);

// text.empty, class.closed, year.closed.
Outcome check(const events::GroupFormed& fact, const Act& act, const SchoolNow& school);

// group.closed (already), year.closed; movement.marks_after (entries of its pupils stand in later
// lessons).
Outcome check(const events::GroupClosed& fact, const Act& act, const SchoolNow& school);

// group.closed, year.closed; group.not_of_class (not in the group's class on that day; of a group
// of several classes: in none); group.joined (is there already); what own_journal.h refuses.
Outcome check(const events::GroupJoined& fact, const Act& act, const SchoolNow& school);

// group.not_joined; year.closed; movement.marks_after.
Outcome check(const events::GroupLeft& fact, const Act& act, const SchoolNow& school);

// The class stands on that day: refuses class.void and class.closed.
Outcome check_class_open(events::ClassNumber school_class, events::Day day,
                         const SchoolNow& school);

}  // namespace letopis::rules

// Rules of timetables and of what changes them on a day. SET-08, SET-09, JRN-18.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// days.reversed, year.closed, timetable.outside (the year's days), timetable.empty; of a slot:
// timetable.weekday (1 to the school's week), timetable.bell (1 to the last), timetable.load (not
// taught on those days); timetable.teacher and timetable.class (twice at one bell; groups of one
// class may learn side by side). A large timetable comes in several facts, each judged by itself.
Outcome check(const events::TimetableEntered& fact, const Act& act, const SchoolNow& school);

// timetable.approved (already), year.closed.
Outcome check(const events::TimetableApproved& fact, const Act& act, const SchoolNow& school);

// year.closed, timetable.no_slot, timetable.load. What is said late is not refused.
Outcome check(const events::TimetableChanged& fact, const Act& act, const SchoolNow& school);

// One lesson that should take place.
struct Slot {
  events::LoadNumber load;
  events::Day day;
  std::uint16_t bell = 0;
};

// It stands in an approved timetable, or another change of that day put it there. On a week-end
// that is worked any weekday's lessons may be held; of odd and even weeks either may be meant.
bool is_expected(const Slot& slot, const SchoolNow& school);

// Refuses year.closed and timetable.no_slot.
Outcome check_expected(const Slot& slot, const SchoolNow& school);

// The same of a lesson that is said not to be held; where no timetable of that day is approved,
// there is none to compare it with.
Outcome check_missed(const Slot& slot, const SchoolNow& school);

}  // namespace letopis::rules

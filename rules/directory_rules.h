// Rules of calendar, bells, rooms and subjects. SET-02, SET-03, SET-04.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr std::uint16_t kMostBells = 20;

// year.closed.
Outcome check(const events::CalendarDayDeclared& fact, const Act& act, const SchoolNow& school);

// text.empty; bells.none, bells.many; bells.order (not one after another, or past midnight).
Outcome check(const events::BellScheduleDeclared& fact, const Act& act, const SchoolNow& school);

// days.reversed, year.closed.
Outcome check(const events::BellScheduleApplied& fact, const Act& act, const SchoolNow& school);

// text.empty.
Outcome check(const events::RoomRegistered& fact, const Act& act, const SchoolNow& school);

// text.empty, subject.twice (another has that name).
Outcome check(const events::SubjectRegistered& fact, const Act& act, const SchoolNow& school);

// link.which: names not exactly the one thing that the subject is linked with.
Outcome check(const events::SubjectLinked& fact, const Act& act, const SchoolNow& school);

// The last bell of any schedule; kMostBells while there is none.
std::uint16_t last_bell(const SchoolNow& school);

}  // namespace letopis::rules

// Rules of the school's profile, its papers, points and outages. SET-01, SET-13 to SET-15, ACC-18,
// JRN-09.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr int kLongestOutageDays = 31;
inline constexpr int kOutageAheadDays = 7;  // maintenance is announced, not foreseen for months

// text.empty; time_zone.unknown; school.week (5 or 6 days).
Outcome check(const events::SchoolDescribed& fact, const Act& act, const SchoolNow& school);

// text.empty.
Outcome check(const events::DocumentRecorded& fact, const Act& act, const SchoolNow& school);
Outcome check(const events::PointListed& fact, const Act& act, const SchoolNow& school);
// text.empty, day.future.
Outcome check(const events::SectionFilled& fact, const Act& act, const SchoolNow& school);
// point.withdrawn (already), day.future.
Outcome check(const events::PointWithdrawn& fact, const Act& act, const SchoolNow& school);
// workplace.not_staff (families enter nothing at points), point.not_listed (void), point.withdrawn.
Outcome check(const events::WorkplaceTaken& fact, const Act& act, const SchoolNow& school);

// outage.reversed, outage.long, outage.ahead, year.closed.
Outcome check(const events::OutageDeclared& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

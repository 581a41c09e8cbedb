// Rules of curriculum, loads, lesson plans and substitutions. SET-08, SET-09, SET-10, ACC-05.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr std::uint16_t kMostWeeklyHours = 4'000;  // hundredths

// year.closed; curriculum.empty, curriculum.line (grade or hours out of bounds), curriculum.twice.
Outcome check(const events::CurriculumApproved& fact, const Act& act, const SchoolNow& school);

// year.closed.
Outcome check(const events::LoadsApproved& fact, const Act& act, const SchoolNow& school);

// days.reversed, year.none, year.closed; load.whom (neither class nor group, or a group of another
// class); class.closed; load.hours; load.teacher (is no teacher then); load.not_psychologist (of a
// group that a psychologist sees, JRN-19); load.twice (the class, or the group, has that subject on
// some of the days already).
Outcome check(const events::LoadAssigned& fact, const Act& act, const SchoolNow& school);

// load.ended (the load is over by then already), year.closed, load.lessons_after.
Outcome check(const events::LoadEnded& fact, const Act& act, const SchoolNow& school);

// text.empty; plan.empty, plan.hours, plan.topic; load.ended, year.closed.
Outcome check(const events::PlanAdopted& fact, const Act& act, const SchoolNow& school);

// days.reversed, year.closed; substitution.same (the load's own teacher), load.teacher,
// load.not_psychologist, substitution.outside (no day of the load).
Outcome check(const events::SubstitutionOrdered& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

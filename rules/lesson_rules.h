// When a lesson may be recorded as held, cancelled, withdrawn, or signed for by a substitute.
// JRN-01, JRN-12, JRN-19, SET-09.
#pragma once

#include "outcome/result.h"
#include "projections/directory_reader.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses lesson.not_yours (another teacher is named), lesson.load_over (the load is not taught on
// that day), lesson.no_substitution and lesson.another_substitution (who does not have the load
// needs an order for it, and for that day), lesson.bell, lesson.day_off (lessons of the timetable
// are held on school days, moved working days among them, or where the timetable was changed),
// lesson.held_already, and what locks.h and own_journal.h refuse.
Outcome check(const events::LessonHeld& fact, const Act& act, const SchoolNow& school);

// Refuses lesson.was_held, lesson.load_over, and what check_missed of timetable_rules.h refuses.
Outcome check(const events::LessonCancelled& fact, const Act& act, const SchoolNow& school);

// Refuses lesson.withdrawn, lesson.marked (marks stand in it) and what locks.h refuses.
Outcome check(const events::LessonWithdrawn& fact, const Act& act, const SchoolNow& school);

// Refuses substitution.not_yours (the author did not hold the lesson under it) and
// substitution.signed.
Outcome check(const events::SubstitutionSigned& fact, const Act& act, const SchoolNow& school);

// Refuses an entry in a lesson that was withdrawn (lesson.withdrawn) or recorded with a key that
// was void by then (lesson.void).
Outcome check_stands(const LessonNow& lesson);

// How many marks stand in the lesson; of one work, if one is asked for.
std::size_t marks_in(const LessonNow& lesson, std::optional<std::uint16_t> work,
                     const SchoolNow& school);

}  // namespace letopis::rules

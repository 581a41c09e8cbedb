// When, under the adopted regulation, an entry about a lesson is late, and who does what the
// regulation gives to somebody.
#pragma once

#include <optional>

#include "regulations/duties.h"
#include "regulations/lateness.h"
#include "trial/life.h"

namespace letopis::trial {

// The moment at which it is late, by the rule of the lesson's own day; empty iff there is no term.
std::optional<events::Instant> late_from(const Life& life, const Lesson& lesson,
                                         regulations::EntryKind kind);

// The term that marks of this lesson have: that of its work, or that of answers; also that where
// late marks are refused and the work was named after their term.
regulations::EntryKind kind_of_mark(const Life& life, const Lesson& lesson);

// A mark of this lesson would be refused at that moment for being late.
bool comes_too_late(const Life& life, const Lesson& lesson, events::Instant when);

// The officer to whom the regulation gives a duty: `usual`, if that is one of its holders or nobody
// is named, else the first of them who is an officer. `usual` also where only others hold it.
Author officer_for(const Life& life, regulations::Duty duty, events::Role usual);

// The first holder of a duty is the class teacher, and no officer.
bool class_teacher_does(const Life& life, regulations::Duty duty);

}  // namespace letopis::trial

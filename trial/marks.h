// Marks of a lesson: for everyone present after a control work, for most after other written works,
// for a few answers otherwise. Who has few marks yet is asked first.
#pragma once

#include <memory>

#include "trial/life.h"

namespace letopis::trial {

// In hundredths; a control work counts double.
unsigned weight_of(events::WorkKind work);

// Puts the marks of a recorded lesson on the agenda: answers at once, written works when they are
// checked, and works of those absent when they have made them up.
void plan_marks(Life& life, const std::shared_ptr<Lesson>& lesson, events::Instant recorded,
                Random& random);

// A mark by the pupil's own strength in that subject and quarter.
events::MarkValue any_mark(const Life& life, const Lesson& lesson, std::size_t pupil,
                           Random& random);

// Adds a mark to the pupil's cell and gives its fact; it counts for the period.
events::MarkGiven give_mark(Life& life, Lesson& lesson, std::size_t pupil, events::MarkValue value,
                            unsigned work, unsigned weight);

}  // namespace letopis::trial

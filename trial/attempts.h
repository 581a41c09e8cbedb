// What people try although it is forbidden, a few times a year each kind: the log refuses it, with
// the code that stands beside the attempt. Only what the adopted regulation or the rules of every
// school do refuse is tried, and nothing of it changes what else happens.
#pragma once

#include <memory>

#include "trial/life.h"

namespace letopis::trial {

// Those of set days: into the closed year, data before the consent, what is another's duty.
void plan_attempts(Life& life);

// May put attempts about a lesson just recorded on the agenda: by its teacher (marks and homework
// in a grade that has none, for somebody who has left, after the period's marks; a topic in another
// language; a lesson twice, on a day off, in the future).
void try_about_lesson_in_vain(Life& life, const std::shared_ptr<Lesson>& lesson, Moment now);

// By people to whom the journal of that lesson is closed: an officer, another teacher, a family.
void try_without_right(Life& life, const std::shared_ptr<Lesson>& lesson, Moment now);

// About a mark just given: a correction past the window, an adjustment without a ground.
void try_changes_in_vain(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                         events::Instant given);

// The teacher gives a mark at a moment at which it is refused as late.
void try_late_mark(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t pupil,
                   events::Instant when);

// A «5» as the next mark of the pupil's cell; nothing takes notice of it.
events::MarkGiven mark_in_vain(const Life& life, const Lesson& lesson, std::size_t pupil);

// Somebody on the roll who was there.
std::optional<std::size_t> anyone_present(const Lesson& lesson);

}  // namespace letopis::trial

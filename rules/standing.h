// What stands where a fact was to go. Of two people who act at once one wins; the other is told
// what there is now, who put it there and when, and does not have to look for it.
#pragma once

#include <optional>
#include <span>

#include "events/event.h"
#include "events/views.h"
#include "outcome/result.h"
#include "rules/cell.h"
#include "rules/school_now.h"

namespace letopis::rules {

// "1-я отметка: «4» (запись человека № 2 от …); отсутствие (…)"; "the cell is empty".
Sentence words_of(const Cell& cell, const SchoolNow& school);

// Of marks, absences, topics, works, homework, marks of a period, movement and the timetable.
// Empty: nothing stands there, or the fact is of another kind. Requires: what the fact names
// exists.
std::optional<Sentence> standing(const events::Fact& fact, const SchoolNow& school);

// The refusal of a command that came second (stream.version), with what stands now added to what it
// says, as far as the author may write there at all. Pure.
Refusal with_what_stands(const Refusal& refusal, std::span<const events::Event> command,
                         const events::ViewReader& views, events::Instant now);

}  // namespace letopis::rules

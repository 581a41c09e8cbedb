// The only door to the log: whoever made and signed the facts, they pass here or not at all.
#pragma once

#include <span>

#include "events/event.h"
#include "events/views.h"
#include "outcome/result.h"

namespace letopis::rules {

// Yes iff everything that the command's facts speak of exists, in the views or earlier in the same
// command, and what they declare takes the next number of its kind. Refuses, naming the fact and
// the field: subject.missing, number.not_next, lesson.another_day (a fact of a lesson that names
// another day than the lesson's own). Pure.
Outcome admit(std::span<const events::Event> command, const events::ViewReader& views,
              events::Instant now);

}  // namespace letopis::rules

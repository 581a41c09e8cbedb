// What a year has besides lessons: the server out of reach for half a day, a rule changed by order,
// late edits by permission, and a teacher's key in the hands of a stranger.
#pragma once

#include <memory>

#include "trial/life.h"

namespace letopis::trial {

// The outage is declared, the window of edits grows in January, a key is stolen in April.
void plan_incidents(Life& life);

// Every mark given passes here: some are changed weeks later by permission, some by the thief.
void notice_mark(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                 events::Instant when);

}  // namespace letopis::trial

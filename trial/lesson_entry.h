// A teacher records a lesson: that it was held, its topic and homework, then who was absent.
#pragma once

#include <memory>

#include "trial/life.h"

namespace letopis::trial {

// Puts the record on the agenda: mostly minutes after the lesson, some in the evening, a few days
// later. Marks follow it.
void plan_entry(Life& life, const std::shared_ptr<Lesson>& lesson, Random& random);

// A moment on some evening after the lesson, in time for the period's marks.
events::Instant evening_after(const Life& life, const Lesson& lesson, std::int32_t days,
                              Random& random);

}  // namespace letopis::trial

// A family finds a mark that it holds to be wrong, and the teacher answers.
#pragma once

#include <memory>

#include "trial/life.h"

namespace letopis::trial {

// May put a dispute of a mark just given, and its answer, on the agenda: only of families that
// look into the diary, and only before the period's marks are given.
void plan_dispute(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                  events::Instant given, Random& random);

}  // namespace letopis::trial

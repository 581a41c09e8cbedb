// The lessons of those who are taught apart, recorded by their teachers as soon as they are over.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// Every week or every second one, on school days, where the teacher is there and free. Only the
// lessons at home have marks.
void plan_apart_lessons(Life& life);

}  // namespace letopis::trial

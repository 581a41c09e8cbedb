// Pupils who come, change to a parallel class and leave during the year, by order.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// A little more than one in a hundred comes, about as many leave, fewer change classes; in a school
// of fewer than ten nobody does, nor who is taught at home.
void plan_movement(Life& life);

}  // namespace letopis::trial

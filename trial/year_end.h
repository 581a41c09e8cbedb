// June: examinations and final marks after grades 9 and 11, promotion and graduation by order, the
// next year is opened and this one closed.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

void plan_year_end(Life& life);

}  // namespace letopis::trial

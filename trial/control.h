// Control of the journals and what goes to families beside marks: remarks to teachers and their
// settling, notes of control, checks of data, words about pupils, codes lost and issued again.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

void plan_control(Life& life);

}  // namespace letopis::trial

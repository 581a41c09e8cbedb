// What is printed under the adopted regulation: copies of the journals and sheets of period marks
// at the ends of periods, certified, registered and handed to the archive; the sheet of families
// that chose the paper diary.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

void plan_paper(Life& life);

}  // namespace letopis::trial

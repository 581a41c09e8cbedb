// What the trial school tells and asks one another: news, events of classes, messages.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// News of the school and of the staffroom, which colleagues read; an event of each class in a
// quarter, or weekly where the regulation has a calendar of them kept; letters of class teachers to
// families, some of whom answer.
void plan_talk(Life& life);

}  // namespace letopis::trial

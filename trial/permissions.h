// The director lets a teacher enter what is late, by an order.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// Says so, for the lesson's teacher, class, subject and day, until the evening of the second day.
events::PermissionNumber permit(Life& life, const Lesson& lesson, Moment now);

}  // namespace letopis::trial

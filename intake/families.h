// Parents who are named more than once, put together: with each child, and as staff too.
#pragma once

#include <vector>

#include "intake/people.h"

namespace letopis::intake {

// Parents of several rows who are one person become one with all the children: the same full name,
// and the same login, telephone or e-mail. Namesakes without these stay apart. A parent who is the
// same person as one of the staff, by the same signs, is linked to that one.
// Faults: people.parent_twice (one parent named twice for one child).
std::vector<Parent> families_of(std::vector<Parent> named, const std::vector<Staff>& staff,
                                Faults& faults);

}  // namespace letopis::intake

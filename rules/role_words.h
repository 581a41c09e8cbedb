// What roles are called in sentences.
#pragma once

#include "events/enumerations.h"
#include "outcome/result.h"

namespace letopis::rules {

// In the nominative, lower case: "классный руководитель", "class teacher".
Sentence word_of(events::Role role);

}  // namespace letopis::rules

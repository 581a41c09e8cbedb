// What the kinds of numbered things are called in sentences.
#pragma once

#include "events/identifiers.h"
#include "outcome/result.h"

namespace letopis::rules {

// In the nominative, lower case: "урок", "lesson".
Sentence word_of(events::NumberKind kind);

}  // namespace letopis::rules

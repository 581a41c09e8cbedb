// The moment that commands take for now.
#pragma once

#include "office/school.h"

namespace letopis::office {

// The machine's clock; a trial lives by a script, and its present is where its lessons end.
events::Instant present(const SchoolReader& school);

}  // namespace letopis::office

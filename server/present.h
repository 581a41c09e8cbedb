// The moment that commands take for now.
#pragma once

#include "server/school.h"

namespace letopis::server {

// The machine's clock; a trial lives by a script, and its present is where its lessons end.
events::Instant present(const SchoolReader& school);

}  // namespace letopis::server

// What a restoring came to, as commands and the demo tell it.
#pragma once

#include "archivist/restoring.h"
#include "terminal/console.h"

namespace letopis::archivist {

// In a few lines.
void tell_restored(const RestoredSchool& restored, const RestoreOrder& order,
                   const terminal::Console& console);

}  // namespace letopis::archivist

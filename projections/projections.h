// All projections, in the order in which an event is folded into them.
#pragma once

#include <vector>

#include "events/views.h"

namespace letopis::projections {

// `directory` first: the others read it while folding.
std::vector<events::Projection> all();

}  // namespace letopis::projections

// Works through numbered pieces on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace letopis::archive {

// Calls `piece(i)` once for each i below `pieces`, lower ones sooner, and returns when all are
// done; a piece begins only while fewer than `threads` are at work. What a piece throws is thrown
// here, once the others have ended; pieces not yet begun are left out then. Requires: threads > 0.
void in_parallel(std::size_t pieces, unsigned threads,
                 const std::function<void(std::size_t)>& piece);

// As many as the machine has cores.
unsigned all_cores();

}  // namespace letopis::archive

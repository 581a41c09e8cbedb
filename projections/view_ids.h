// The stable numbers of the views and what readers of all of them share.
#pragma once

#include <cstdint>
#include <limits>

#include "events/views.h"

namespace letopis::projections {

inline constexpr events::ViewId kDirectory{1};
inline constexpr events::ViewId kJournal{2};
inline constexpr events::ViewId kDiary{3};
inline constexpr events::ViewId kChanges{4};
inline constexpr events::ViewId kAttendance{5};
inline constexpr events::ViewId kDuties{6};
inline constexpr events::ViewId kTalk{7};

// Readers take `as_of`: the size of the log as which it is read. Only facts at positions below it
// count, the key facts that void others among them. This one means: everything there is.
inline constexpr events::Position kWholeLog{std::numeric_limits<std::uint64_t>::max()};

}  // namespace letopis::projections

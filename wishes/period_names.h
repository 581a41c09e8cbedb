// Periods as people call them: «1 четверть», «II полугодие», «четверть 3», «год».
#pragma once

#include <optional>
#include <string_view>

#include "wishes/reference_forms.h"

namespace letopis::wishes {

// Kind and number, in either order, the number as 1, 1-я, I or первая; the year needs none. Empty
// iff it is no such name.
std::optional<PeriodReference> period_named(std::string_view text);

}  // namespace letopis::wishes

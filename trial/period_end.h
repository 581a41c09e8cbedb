// The end of a period: marks within three days, reports, then the period is closed.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// For the quarters (grades 1 to 9) and the half-years (10 and 11), with the year marks after the
// last of them. Grade 1 has no marks, but its periods are closed too.
void plan_period_ends(Life& life);

// The year mark: the mean of the periods' marks, rounded up from a half. Empty iff there are none.
std::optional<events::MarkValue> year_result(Life& life, std::size_t pupil, Subject subject,
                                             unsigned grade);

inline constexpr std::size_t kYearTerm = 6;  // in the list of terms

}  // namespace letopis::trial

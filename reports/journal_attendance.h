// The pages of attendance: pupils × days of each month with lessons missed, and sums by reason.
#pragma once

#include <vector>

#include "reports/desk.h"

namespace letopis::reports {

// A sheet for each month of the days in which the class has a lesson.
std::vector<documents::Sheet> journal_attendance(const Desk& desk);

// Per pupil over the whole span: full days, lessons by reason, late arrivals; with the class's sums
// below.
documents::Table attendance_sums(const Desk& desk);

}  // namespace letopis::reports

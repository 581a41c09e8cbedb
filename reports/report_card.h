// Табель успеваемости: one pupil's marks of the year by subject and period, and what was missed.
#pragma once

#include <vector>

#include "reports/desk.h"

namespace letopis::reports {

// A sheet for the pupil that the request names, or for each of the class on the last of its days.
// Refuses report.not_in_class where the pupil never was there in the year.
Result<std::vector<documents::Sheet>> report_card(const Desk& desk);

}  // namespace letopis::reports

// What the pupils of a class missed, period by period of the year.
#pragma once

#include <map>
#include <utility>

#include "projections/attendance_page.h"
#include "reports/desk.h"

namespace letopis::reports {

// Read once; a plain value from then on. The year's sums are those of its days, whatever periods
// there are.
class Missed {
 public:
  Missed(const Desk& desk, const projections::ClassInfo& school_class);

  // Zeros for who was not in the class in the period.
  projections::AttendanceSums of(events::PersonNumber pupil, events::PeriodNumber period) const;

 private:
  std::map<std::pair<events::PersonNumber, events::PeriodNumber>, projections::AttendanceSums>
      sums_;
};

}  // namespace letopis::reports

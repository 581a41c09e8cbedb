#include "reports/missed.h"

namespace letopis::reports {

Missed::Missed(const Desk& desk, const projections::ClassInfo& school_class) {
  for (const auto& period : desk.periods(school_class.grade)) {
    const auto page = projections::attendance_page(
        desk.views(), {school_class.number, period.first_day, period.last_day, desk.as_of()});
    for (const auto& pupil : page.pupils) sums_[{pupil.pupil, period.period}] = pupil.sums;
  }
}

projections::AttendanceSums Missed::of(events::PersonNumber pupil,
                                       events::PeriodNumber period) const {
  const auto found = sums_.find({pupil, period});
  return found == sums_.end() ? projections::AttendanceSums{} : found->second;
}

}  // namespace letopis::reports

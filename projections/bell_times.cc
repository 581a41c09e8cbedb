#include "projections/bell_times.h"

namespace letopis::projections {

BellTimes::BellTimes(const Directory& directory) {
  for (const auto& one :
       valid_on<events::BellScheduleApplied>(directory, Shelf::kBellsApplied, {})) {
    const auto schedule = directory.declared<events::BellScheduleDeclared>(one.fact.schedule);
    applied_.push_back(one.fact);
    if (schedule && !schedule->is_void) schedules_[one.fact.schedule] = schedule->fact.bells;
  }
}

const std::vector<events::Bell>* BellTimes::on(
    events::Day day, std::optional<events::ClassNumber> school_class) const {
  std::optional<events::BellScheduleNumber> common_one;
  std::optional<events::BellScheduleNumber> own;
  for (const events::BellScheduleApplied& one : applied_) {
    if (day < one.first_day || one.last_day < day) continue;
    if (!one.school_class) common_one = one.schedule;
    if (one.school_class && one.school_class == school_class) own = one.schedule;
  }
  if (!own) own = common_one;
  if (!own) return nullptr;
  const auto found = schedules_.find(*own);
  return found == schedules_.end() ? nullptr : &found->second;
}

std::optional<events::Bell> BellTimes::bell(events::Day day, std::uint16_t ordinal,
                                            std::optional<events::ClassNumber> school_class) const {
  const std::vector<events::Bell>* bells = on(day, school_class);
  if (bells == nullptr) return std::nullopt;
  for (const events::Bell& one : *bells) {
    if (one.ordinal == ordinal) return one;
  }
  return std::nullopt;
}

}  // namespace letopis::projections

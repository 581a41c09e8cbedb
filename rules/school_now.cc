#include "rules/school_now.h"

namespace letopis::rules {

const regulations::TimeZone& SchoolNow::zone() const {
  if (!zone_) {
    const auto school = directory_.school();
    auto zone = regulations::TimeZone::named(school ? school->fact.time_zone : "UTC");
    INVARIANT(zone.has_value());  // a school with another one was never admitted
    zone_ = *std::move(zone);
  }
  return *zone_;
}

const regulations::Calendar& SchoolNow::calendar() const {
  if (!calendar_) calendar_ = directory_.calendar();
  return *calendar_;
}

const std::vector<projections::RoleHeld>& SchoolNow::roles_of(events::PersonNumber person) const {
  const auto [at, fresh] = roles_.try_emplace(person);
  if (fresh) at->second = directory_.roles_of(person);
  return at->second;
}

const std::optional<events::Parameter>& SchoolNow::parameter(std::string_view key,
                                                             events::Day day) const {
  const auto [at, fresh] = parameters_.try_emplace({key, day});
  if (fresh) at->second = directory_.parameter(key, day);
  return at->second;
}

}  // namespace letopis::rules

#include "projections/outages.h"

namespace letopis::projections {

std::optional<events::OutageNumber> Outages::excusing(const Stamp& stamp,
                                                      const regulations::Deadline& deadline) const {
  if (deadline.at <= stamp.stated) return std::nullopt;
  for (const auto& outage : declared_) {
    if (outage.fact.first <= stamp.stated && stamp.stated <= outage.fact.last) {
      return outage.fact.outage;
    }
  }
  return std::nullopt;
}

std::optional<regulations::Lateness> Outages::lateness(const Stamp& stamp,
                                                       const regulations::Deadline& deadline,
                                                       const regulations::TimeZone& zone) const {
  const auto late = regulations::lateness(deadline, stamp.recorded, zone);
  return late && excusing(stamp, deadline) ? std::nullopt : late;
}

}  // namespace letopis::projections

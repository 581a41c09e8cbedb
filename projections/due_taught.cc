#include "projections/due_taught.h"

#include <algorithm>

namespace letopis::projections {

std::vector<Taught> taught_in(const std::vector<LoadInfo>& loads,
                              const events::PeriodDeclared& period) {
  std::vector<Taught> taught;
  for (const LoadInfo& load : loads) {
    if (!load.days.meets({period.first_day, period.last_day})) continue;
    const auto at = std::find_if(taught.begin(), taught.end(),
                                 [&](const Taught& one) { return one.place == load.place; });
    if (at == taught.end()) {
      taught.push_back({load.place, load.assigned.fact.teacher});
    } else if (load.days.holds(period.last_day)) {
      at->teacher = load.assigned.fact.teacher;
    }
  }
  return taught;
}

std::optional<Stamp> reported(const Duties& duties, std::initializer_list<events::ReportKind> kinds,
                              const ReportSought& sought) {
  const Interval days{sought.period.first_day, sought.period.last_day};
  for (const events::ReportKind kind : kinds) {
    for (const auto& report : duties.reports(kind, sought.school_class)) {
      if (sought.author && report.stamp.author != *sought.author) continue;
      const bool of_it = report.fact.period
                             ? *report.fact.period == sought.period.period
                             : days.meets({report.fact.first_day, report.fact.last_day});
      if (of_it) return report.stamp;
    }
  }
  return std::nullopt;
}

}  // namespace letopis::projections

// The setting in which entries are judged: zone, calendar, years and periods, the regulation, the
// grades of classes. Nearly every entry asks for it and few facts change it.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "projections/directory_reader.h"
#include "regulations/calendar.h"
#include "regulations/parameters.h"
#include "regulations/time_zone.h"

namespace letopis::rules {

// A year with what lies in it.
struct YearNow {
  events::YearOpened year;
  bool closed = false;
  std::vector<events::PeriodDeclared> periods;  // by first day
};

// Each part is read at the first asking, from the directory that comes with the question, and kept.
// Requires: all directories that it is asked with show the same setting (projections/arranging.h
// lists the facts that change it). One thread.
class Setting {
 public:
  using Directory = projections::Directory;

  const projections::Voids& voids(const events::ViewReader& views);
  // UTC until the school has described itself.
  const regulations::TimeZone& zone(const Directory& directory);
  const regulations::Calendar& calendar(const Directory& directory);
  const regulations::Parameters& parameters(events::Day day, const Directory& directory);
  const std::vector<YearNow>& years(const Directory& directory);
  // Closed and not opened again.
  bool period_closed(events::ClassNumber school_class, events::PeriodNumber period,
                     const Directory& directory);
  // Of that day; empty iff the number's class is void.
  const std::optional<projections::ClassInfo>& class_info(events::ClassNumber number,
                                                          events::Day day,
                                                          const Directory& directory);

 private:
  using PeriodOfClass = std::pair<events::ClassNumber, events::PeriodNumber>;
  using DayOfClass = std::pair<events::ClassNumber, events::Day>;

  std::optional<projections::Voids> voids_;
  std::optional<regulations::TimeZone> zone_;
  std::optional<regulations::Calendar> calendar_;
  std::optional<regulations::ParameterHistory> history_;
  std::map<events::Day, regulations::Parameters> parameters_;
  std::optional<std::vector<YearNow>> years_;
  std::map<PeriodOfClass, bool> closed_;
  std::map<DayOfClass, std::optional<projections::ClassInfo>> classes_;
};

}  // namespace letopis::rules

#include "rules/setting.h"

namespace letopis::rules {
namespace {

// The value under a key, read if it is not there yet.
template <class Map, class Read>
const auto& kept(Map& map, const typename Map::key_type& key, const Read& read) {
  auto at = map.find(key);
  if (at == map.end()) at = map.emplace(key, read()).first;
  return at->second;
}

std::vector<YearNow> read_years(const projections::Directory& directory) {
  std::vector<YearNow> years;
  for (const events::YearOpened& year : directory.years()) {
    years.push_back({year, directory.year_closed(year.year), directory.periods(year.year)});
  }
  return years;
}

}  // namespace

const projections::Voids& Setting::voids(const events::ViewReader& views) {
  if (!voids_) voids_ = Directory(views).voids();
  return *voids_;
}

const regulations::TimeZone& Setting::zone(const Directory& directory) {
  if (!zone_) {
    const auto school = directory.school();
    auto zone = regulations::TimeZone::named(school ? school->fact.time_zone : "UTC");
    INVARIANT(zone.has_value());  // a school with another one was never admitted
    zone_ = *std::move(zone);
  }
  return *zone_;
}

const regulations::Calendar& Setting::calendar(const Directory& directory) {
  if (!calendar_) calendar_ = directory.calendar();
  return *calendar_;
}

const regulations::Parameters& Setting::parameters(events::Day day, const Directory& directory) {
  if (!history_) history_ = directory.parameters();
  return kept(parameters_, day, [&] { return history_->on(day); });
}

const std::vector<YearNow>& Setting::years(const Directory& directory) {
  if (!years_) years_ = read_years(directory);
  return *years_;
}

bool Setting::period_closed(events::ClassNumber school_class, events::PeriodNumber period,
                            const Directory& directory) {
  return kept(closed_, {school_class, period},
              [&] { return directory.period_closed(school_class, period).has_value(); });
}

const std::optional<projections::ClassInfo>& Setting::class_info(events::ClassNumber number,
                                                                 events::Day day,
                                                                 const Directory& directory) {
  return kept(classes_, {number, day}, [&] { return directory.class_info(number, day); });
}

}  // namespace letopis::rules

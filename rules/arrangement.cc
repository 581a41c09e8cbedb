#include "rules/arrangement.h"

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

const projections::Voids& Arrangement::voids(const Directory& directory) {
  if (!voids_) voids_ = directory.voids();
  return *voids_;
}

const regulations::TimeZone& Arrangement::zone(const Directory& directory) {
  if (!zone_) {
    const auto school = directory.school();
    auto zone = regulations::TimeZone::named(school ? school->fact.time_zone : "UTC");
    INVARIANT(zone.has_value());  // a school with another one was never admitted
    zone_ = *std::move(zone);
  }
  return *zone_;
}

const regulations::Calendar& Arrangement::calendar(const Directory& directory) {
  if (!calendar_) calendar_ = directory.calendar();
  return *calendar_;
}

const regulations::Parameters& Arrangement::parameters(events::Day day,
                                                       const Directory& directory) {
  if (!history_) history_ = directory.parameters();
  return kept(parameters_, day, [&] { return history_->on(day); });
}

const std::vector<YearNow>& Arrangement::years(const Directory& directory) {
  if (!years_) years_ = read_years(directory);
  return *years_;
}

bool Arrangement::period_closed(events::ClassNumber school_class, events::PeriodNumber period,
                                const Directory& directory) {
  return kept(closed_, {school_class, period},
              [&] { return directory.period_closed(school_class, period).has_value(); });
}

const std::optional<projections::ClassInfo>& Arrangement::class_info(events::ClassNumber number,
                                                                     events::Day day,
                                                                     const Directory& directory) {
  return kept(classes_, {number, day}, [&] { return directory.class_info(number, day); });
}

const std::vector<projections::RoleHeld>& Arrangement::roles_of(events::PersonNumber person,
                                                                const Directory& directory) {
  return kept(roles_, person, [&] { return directory.roles_of(person); });
}

const std::vector<projections::ClassStay>& Arrangement::classes_of(events::PersonNumber pupil,
                                                                   const Directory& directory) {
  return kept(stays_, pupil, [&] { return directory.classes_of(pupil); });
}

const std::vector<projections::GroupStay>& Arrangement::groups_of(events::PersonNumber pupil,
                                                                  const Directory& directory) {
  return kept(groups_, pupil, [&] { return directory.groups_of(pupil); });
}

}  // namespace letopis::rules

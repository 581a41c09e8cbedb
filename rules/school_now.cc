#include "rules/school_now.h"

#include <algorithm>

namespace letopis::rules {

SchoolNow::SchoolNow(const events::ViewReader& views, events::Instant now, const Remembered& kept)
    : views_(views),
      setting_(kept.setting != nullptr ? *kept.setting : own_setting_),
      roster_(kept.roster != nullptr ? *kept.roster : own_roster_),
      results_(kept.results != nullptr ? *kept.results : own_results_),
      directory_(views, projections::kWholeLog, setting_.voids(views)),
      now_(now) {}

events::Day SchoolNow::today() const {
  if (!today_) today_ = day_of(now_);
  return *today_;
}

const YearNow* SchoolNow::year_of(events::Day day) const {
  for (const YearNow& one : setting_.years(directory_)) {
    if (one.year.first_day <= day && day <= one.year.last_day) return &one;
  }
  return nullptr;
}

std::optional<events::ClassNumber> SchoolNow::class_of(events::PersonNumber pupil,
                                                       events::Day day) const {
  for (const auto& stay : classes_of(pupil)) {
    if (projections::holds(stay.days, day)) return stay.school_class;
  }
  return std::nullopt;
}

bool SchoolNow::is_there(events::PersonNumber pupil, const projections::Place& place,
                         events::Day day) const {
  if (!place.group) return place.school_class && class_of(pupil, day) == place.school_class;
  const auto& stays = roster_.groups_of(pupil, directory_);
  return std::any_of(stays.begin(), stays.end(), [&](const projections::GroupStay& stay) {
    return stay.group == *place.group && projections::holds(stay.days, day);
  });
}

std::optional<unsigned> SchoolNow::grade_of(const projections::Place& place,
                                            events::Day day) const {
  if (!place.school_class) return std::nullopt;
  const auto& info = class_info(*place.school_class, day);
  if (!info) return std::nullopt;
  return info->grade;
}

std::string SchoolNow::clause(std::string_view key, std::optional<events::Day> day) const {
  const auto* found = parameter(key, day.value_or(today()));
  return found == nullptr ? std::string() : found->clause;
}

const std::optional<LessonNow>& SchoolNow::lesson(events::LessonNumber number,
                                                  std::optional<events::Day> probably) const {
  auto at = lessons_.find(number);
  if (at == lessons_.end()) {
    at = lessons_.emplace(number, read_lesson(number, probably, views_, directory_)).first;
  }
  return at->second;
}

}  // namespace letopis::rules

#include "rules/school_now.h"

#include <algorithm>

namespace letopis::rules {

SchoolNow::SchoolNow(const events::ViewReader& views, events::Instant now, Arrangement* kept)
    : views_(views), arrangement_(kept != nullptr ? *kept : own_), directory_(views), now_(now) {}

events::Day SchoolNow::today() const {
  if (!today_) today_ = day_of(now_);
  return *today_;
}

const YearNow* SchoolNow::year_of(events::Day day) const {
  for (const YearNow& one : arrangement_.years(directory_)) {
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
  const auto& stays = arrangement_.groups_of(pupil, directory_);
  return std::any_of(stays.begin(), stays.end(), [&](const projections::GroupStay& stay) {
    return stay.group == *place.group && projections::holds(stay.days, day);
  });
}

const std::optional<LessonNow>& SchoolNow::lesson(events::LessonNumber number) const {
  auto at = lessons_.find(number);
  if (at == lessons_.end()) {
    at = lessons_.emplace(number, read_lesson(number, views_, directory_)).first;
  }
  return at->second;
}

}  // namespace letopis::rules

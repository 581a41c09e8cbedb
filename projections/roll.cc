#include "projections/roll.h"

#include <algorithm>

namespace letopis::projections {

Intervals Roll::days_of(events::PersonNumber pupil,
                        std::optional<events::ClassNumber> school_class) {
  auto at = stays_.find(pupil);
  if (at == stays_.end()) at = stays_.emplace(pupil, directory_.classes_of(pupil)).first;
  Intervals days;
  for (const ClassStay& stay : at->second) {
    if (school_class && stay.school_class != *school_class) continue;
    days.insert(days.end(), stay.days.begin(), stay.days.end());
  }
  return days;
}

const std::vector<Member>& Roll::all(const Place& place) {
  const std::pair<std::uint32_t, std::uint32_t> key{
      place.school_class ? place.school_class->value : 0, place.group ? place.group->value : 0};
  auto at = known_.find(key);
  if (at != known_.end()) return at->second;
  std::vector<Member> members;
  if (place.group) {
    members = directory_.pupils_of(*place.group, kFirstDay, kNoEnd);
    for (Member& member : members) {
      member.days = common(member.days, days_of(member.pupil, place.school_class));
    }
  } else if (place.school_class) {
    members = directory_.pupils_of(*place.school_class, kFirstDay, kNoEnd);
  }
  return known_.emplace(key, std::move(members)).first->second;
}

std::vector<events::PersonNumber> Roll::on(const Place& place, events::Day day) {
  std::vector<events::PersonNumber> there;
  for (const Member& member : all(place)) {
    if (holds(member.days, day)) there.push_back(member.pupil);
  }
  return there;
}

bool Roll::is_empty(const Place& place, events::Day day) {
  const std::vector<Member>& members = all(place);
  return std::none_of(members.begin(), members.end(),
                      [day](const Member& member) { return holds(member.days, day); });
}

}  // namespace letopis::projections

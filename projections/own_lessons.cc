#include "projections/own_lessons.h"

#include <algorithm>

namespace letopis::projections {

OwnLessons::OwnLessons(const Directory& directory, events::PersonNumber pupil)
    : classes(directory.classes_of(pupil)), groups(directory.groups_of(pupil)) {}

bool OwnLessons::takes_part(std::optional<events::GroupNumber> group, events::Day day) const {
  if (!group) return true;
  return std::any_of(groups.begin(), groups.end(), [&](const GroupStay& stay) {
    return stay.group == *group && holds(stay.days, day);
  });
}

}  // namespace letopis::projections

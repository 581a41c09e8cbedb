#include "rules/roster.h"

namespace letopis::rules {

const std::vector<projections::RoleHeld>& Roster::roles_of(events::PersonNumber person,
                                                           const Directory& directory) {
  const auto [at, fresh] = roles_.try_emplace(person);
  if (fresh) at->second = directory.roles_of(person);
  return at->second;
}

const std::vector<projections::ClassStay>& Roster::classes_of(events::PersonNumber pupil,
                                                              const Directory& directory) {
  const auto [at, fresh] = classes_.try_emplace(pupil);
  if (fresh) at->second = directory.classes_of(pupil);
  return at->second;
}

const std::vector<projections::GroupStay>& Roster::groups_of(events::PersonNumber pupil,
                                                             const Directory& directory) {
  const auto [at, fresh] = groups_.try_emplace(pupil);
  if (fresh) at->second = directory.groups_of(pupil);
  return at->second;
}

}  // namespace letopis::rules

// Who holds which office, and who is in which class and group.
#pragma once

#include <map>
#include <vector>

#include "projections/directory_reader.h"

namespace letopis::rules {

// Each person is read at the first asking and kept. Requires: all directories that it is asked with
// show the same (projections/arranging.h lists the facts that change it). One thread.
class Roster {
 public:
  using Directory = projections::Directory;

  const std::vector<projections::RoleHeld>& roles_of(events::PersonNumber person,
                                                     const Directory& directory);
  const std::vector<projections::ClassStay>& classes_of(events::PersonNumber pupil,
                                                        const Directory& directory);
  const std::vector<projections::GroupStay>& groups_of(events::PersonNumber pupil,
                                                       const Directory& directory);

  // Whose classes were asked for before and found: costs no read.
  bool knows_pupil(events::PersonNumber person) const {
    const auto at = classes_.find(person);
    return at != classes_.end() && !at->second.empty();
  }

 private:
  std::map<events::PersonNumber, std::vector<projections::RoleHeld>> roles_;
  std::map<events::PersonNumber, std::vector<projections::ClassStay>> classes_;
  std::map<events::PersonNumber, std::vector<projections::GroupStay>> groups_;
};

}  // namespace letopis::rules

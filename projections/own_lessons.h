// Which lessons were a pupil's own: those of the classes and groups that the pupil was in on their
// day. The diary and the page of attendance count no others.
#pragma once

#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"

namespace letopis::projections {

// The classes and groups of one pupil, each with the pupil's days in it. A plain value.
struct OwnLessons {
  explicit OwnLessons(const Directory& directory, events::PersonNumber pupil);

  // The pupil was in that group on that day; a lesson without a group is the whole class's.
  bool takes_part(std::optional<events::GroupNumber> group, events::Day day) const;

  std::vector<ClassStay> classes;
  std::vector<GroupStay> groups;
};

}  // namespace letopis::projections

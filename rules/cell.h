// What stands in a pupil's cell of a lesson, as rules need it.
#pragma once

#include <optional>
#include <vector>

#include "projections/journal_page.h"
#include "rules/school_now.h"

namespace letopis::rules {

struct Cell {
  std::vector<projections::Mark> marks;  // by ordinal, withdrawn ones too
  std::optional<projections::Presence> presence;
  std::uint16_t last_ordinal = 0;  // of any mark, void ones too

  const projections::Mark* standing(std::uint16_t ordinal) const;  // null: none, or withdrawn
};

Cell read_cell(const SchoolNow& school, events::LessonNumber lesson, events::PersonNumber pupil);

// The permission lets the author enter late into a class's journal of that subject about that day:
// it is the author's, for that class, subject and day, neither over nor ended nor void.
bool covers(events::PermissionNumber permission, events::PersonNumber author,
            const projections::Place& place, events::Day day, const SchoolNow& school);

// One that covers it, if there is one; of several the one that ends last.
std::optional<events::PermissionNumber> permission_for(events::PersonNumber author,
                                                       const projections::Place& place,
                                                       events::Day day, const SchoolNow& school);

}  // namespace letopis::rules

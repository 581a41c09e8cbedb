// What stands in the way of entries in a lesson, told before one is tried.
#pragma once

#include <optional>

#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

struct Closing {
  std::optional<Refusal>
      lesson;                    // of entries about the lesson as a whole: topic, homework, absence
  std::optional<Refusal> marks;  // of new marks, whatever they are given for
  // Lets the author in all the same, where a mark's entry names it; empty: none is there or needed.
  std::optional<events::PermissionNumber> permission;
  bool operator==(const Closing&) const = default;
};

// As the author would be answered now. A single pupil's mark of the period (locks.h) is not here:
// it closes that pupil's cells.
Closing closing_of(const LessonNow& lesson, events::PersonNumber author, const SchoolNow& school);

}  // namespace letopis::rules

// The projection `attendance`: absences by pupil and day, lessons by class and day, reasons and
// reviews of class teachers. Read through attendance_page.h.
//
//   1, pupil, day, lesson, position       absences and late arrivals
//   2, class, day, lesson, position       lessons of a class and its groups
//   3, group, day, lesson, position       lessons of groups of several classes
//   4, pupil, last day, position          reasons
//   5, class, last day, position          reviews
#pragma once

#include "events/views.h"

namespace letopis::projections {

enum class AttendancePart : std::uint8_t {
  kAbsences = 1,
  kClassLessons = 2,
  kGroupLessons = 3,
  kReasons = 4,
  kReviews = 5
};

events::Projection attendance_projection();

}  // namespace letopis::projections

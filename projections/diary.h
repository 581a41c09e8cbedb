// The projection `diary`: filed by pupil and day, and by class and day for what a class shares.
// Read through diary_page.h.
//
//   1, pupil, day, lesson, position                     the pupil's own facts
//   2, class, day, lesson, position                     facts of lessons of a class and its groups
//   3, group, day, lesson, position                     the same of groups of several classes
//   4, pupil, subject, period, kind (1), position       period marks
//   5, pupil, recorded (8), position                    notes that name no lesson
#pragma once

#include "events/views.h"

namespace letopis::projections {

enum class DiaryPart : std::uint8_t {
  kPupil = 1,
  kClassLessons = 2,
  kGroupLessons = 3,
  kPeriodMarks = 4,
  kNotes = 5
};

events::Projection diary_projection();

}  // namespace letopis::projections

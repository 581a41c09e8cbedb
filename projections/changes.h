// The projection `changes`: every fact about marks, before and after beside each other. Read
// through change_report.h.
//
//   1, day, lesson, pupil, ordinal (2), position             facts about marks of lessons
//   2, period, class, subject, pupil, kind (1), position     facts about period marks
//   3, position                                              corrections and withdrawals: where
//   4, position of what was told, position                   the family was told of it
#pragma once

#include "events/views.h"

namespace letopis::projections {

enum class ChangesPart : std::uint8_t { kMarks = 1, kPeriodMarks = 2, kChanged = 3, kTold = 4 };

events::Projection changes_projection();

}  // namespace letopis::projections

// The projection `journal`: the class journal, filed by class and subject, so that a page is one
// range. Read through journal_page.h.
//
//   1, class, subject, group, day, lesson, pupil, position   facts of cells; pupil 0: of the lesson
//   2, class, subject, period, kind (1), pupil, position     period marks
//
// Numbers take 4 bytes, a class or group that is none is 0.
#pragma once

#include "events/views.h"

namespace letopis::projections {

enum class JournalPart : std::uint8_t { kCells = 1, kPeriodMarks = 2 };

events::Projection journal_projection();

}  // namespace letopis::projections

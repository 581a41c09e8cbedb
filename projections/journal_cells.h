// Reads the cells of a journal's page from the view, lesson by lesson: the part of a page that is
// one range of rows.
#pragma once

#include <optional>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/journal_page.h"

namespace letopis::projections {

// One pupil's cell as it is read.
struct CellDraft {
  events::PersonNumber pupil;
  std::vector<MarkStep> steps;
  std::optional<Presence> presence;
  std::vector<Filed<events::IndividualHomeworkSet>> homework;
  bool has_valid = false;   // at least one fact that is not void
  std::uint32_t facts = 0;  // void ones too
};

struct LessonDraft {
  LessonRecord record;
  std::vector<CellDraft> cells;  // by pupil
};

// By day, bell and number, whatever the lessons' standing.
std::vector<LessonDraft> read_lessons(const events::ViewReader& views, const Directory& directory,
                                      const JournalQuery& query);

}  // namespace letopis::projections

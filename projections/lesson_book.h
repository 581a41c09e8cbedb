// The lessons recorded of one class in all its subjects, read in one go and without the marks of
// every cell: what was entered of each lesson and when first, whether anything was marked in it,
// and the cells of its control works.
#pragma once

#include <optional>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/journal_cells.h"
#include "projections/lesson_record.h"

namespace letopis::projections {

struct BookedLesson {
  LessonRecord record;
  Place place;
  std::optional<Stamp> topic;     // first entered
  std::optional<Stamp> homework;  // first said: common, individual, or that there is none
  bool marked = false;            // somebody has a valid mark in it, standing or not
  std::vector<CellDraft> cells;   // of a lesson with a control work, by pupil; else empty

  // Neither void nor withdrawn.
  bool stands() const { return !record.is_void && !record.withdrawn; }
  bool has_control_work() const;
};

// Of a class; without one, of the groups of several classes.
struct BookQuery {
  std::optional<events::ClassNumber> school_class;
  events::Day first;
  events::Day last;
};

// By day, bell and number, whatever the lessons' standing.
std::vector<BookedLesson> lesson_book(const events::ViewReader& views, const Directory& directory,
                                      const BookQuery& query);

}  // namespace letopis::projections

// A lesson as it stands: what is recorded of it, and where it belongs.
#pragma once

#include <optional>
#include <vector>

#include "projections/directory_reader.h"
#include "projections/lesson_record.h"

namespace letopis::rules {

struct LessonNow {
  projections::LessonRecord record;
  projections::Place place;
  bool stands() const { return !record.withdrawn && !record.is_void; }
};

// Empty iff the log never heard of it. Two reads if it was on the day on which it probably was,
// else four.
std::optional<LessonNow> read_lesson(events::LessonNumber lesson,
                                     std::optional<events::Day> probably,
                                     const events::ViewReader& views,
                                     const projections::Directory& directory);

// The lessons of a place on a day, by number, withdrawn and void ones too.
std::vector<projections::LessonRecord> lessons_on(const projections::Place& place, events::Day day,
                                                  const events::ViewReader& views,
                                                  const projections::Directory& directory);

// Every description of that work of the lesson, in the order of the log.
std::vector<projections::Filed<events::WorkSet>> descriptions_of(
    std::uint16_t work, const LessonNow& lesson, const events::ViewReader& views,
    const projections::Directory& directory);

}  // namespace letopis::rules

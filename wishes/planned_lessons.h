// Lessons as the approved timetable has them, told: with the changes, cancellations and
// substitutions known so far, and the moments at which their bells ring in the school's time zone.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <boost/json/array.hpp>

#include "projections/expected_lessons.h"
#include "projections/own_lessons.h"
#include "wishes/sight.h"

namespace letopis::wishes {

// Which lesson of a day: a load's at a bell.
using LessonSlot = std::pair<events::LoadNumber, std::uint16_t>;

// Borrows the sight; reads what it needs when made. One query, one thread.
class PlannedLessons {
 public:
  using Wanted = std::function<bool(const projections::ExpectedLesson&)>;

  PlannedLessons(const Sight& sight, events::Position as_of);

  // By bell, without those that stand in `but`, and without the psychologist's sessions where the
  // reader may not know of them: [{"bell", "starts", "ends", "subject", "class",
  // "group", "teacher", "teacher_name", "room", "substitution", "instead_of", "cancelled"}].
  // "starts" and "ends" lack where nobody said when the bell rings; a cancelled lesson is told with
  // its ground, and what stands in its place says instead of what.
  boost::json::array on(events::Day day, const Wanted& wanted,
                        const std::set<LessonSlot>& but = {});

  // Of the class, or of a group of several classes with a pupil of this one.
  Wanted of_class(events::ClassNumber school_class);
  // Of the classes and groups that the pupil is in on the lesson's day.
  Wanted of_pupil(events::PersonNumber pupil);

 private:
  boost::json::object lesson_json(const projections::ExpectedLesson& lesson);
  bool is_closed(const projections::ExpectedLesson& lesson) const;
  const std::string& name_of(events::PersonNumber person);

  const Sight& sight_;
  const projections::Directory directory_;
  projections::ExpectedLessons expected_;
  std::map<events::PersonNumber, std::string> names_;
  std::optional<events::PersonNumber> pupil_;  // whose alone is asked for
};

}  // namespace letopis::wishes

// The projection `directory`: what exists in the school and what other views and the rules need to
// know of it. Read through `Directory` (directory_reader.h).
#pragma once

#include <cstdint>
#include <optional>

#include "events/views.h"

namespace letopis::projections {

events::Projection directory_projection();

// To which class, subject and group a lesson or load belongs. A group of several classes stands
// without a class; the class of a subgroup is the group's where the load names none.
struct Place {
  std::optional<events::ClassNumber> school_class;
  events::SubjectNumber subject;
  std::optional<events::GroupNumber> group;
  bool operator==(const Place&) const = default;
};

// For folds: one read. What the log never declared has a place of zeros, where no page looks.
Place place_of(const events::ViewReader& views, events::LessonNumber lesson);
Place place_of(const events::ViewReader& views, events::LoadNumber load);

}  // namespace letopis::projections

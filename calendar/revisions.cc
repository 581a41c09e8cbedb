#include "calendar/revisions.h"

namespace letopis::calendar {

using projections::FiledRow;

const Revisions::OfLoad& Revisions::changes_of(events::LoadNumber load) {
  const auto known = loads_.find(load);
  if (known != loads_.end()) return known->second;
  OfLoad changes;
  directory_.story(projections::Shelf::kLoadStory, {load.value},
                   [&](const FiledRow& row, bool is_void) {
                     const std::uint32_t revisions = is_void ? 2 : 1;
                     if (row.holds<events::TimetableChanged>()) {
                       const auto fact = row.fact<events::TimetableChanged>();
                       changes[{fact.day, fact.bell}] += revisions;
                     } else if (row.holds<events::LessonCancelled>()) {
                       const auto fact = row.fact<events::LessonCancelled>();
                       changes[{fact.day, fact.bell}] += revisions;
                     }
                     return true;
                   });
  return loads_.emplace(load, std::move(changes)).first->second;
}

std::uint32_t Revisions::of(events::LoadNumber load, events::Day day, std::uint16_t bell) {
  const auto& changes = changes_of(load);
  const auto found = changes.find({day, bell});
  std::uint32_t revisions = found == changes.end() ? 0 : found->second;
  for (const auto& order : directory_.substitutions_of(load)) {
    if (order.fact.first_day <= day && day <= order.fact.last_day) ++revisions;
  }
  return revisions;
}

}  // namespace letopis::calendar

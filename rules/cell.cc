#include "rules/cell.h"

#include <algorithm>

namespace letopis::rules {

const projections::Mark* Cell::standing(std::uint16_t ordinal) const {
  for (const auto& mark : marks) {
    if (mark.ordinal == ordinal) return mark.value ? &mark : nullptr;
  }
  return nullptr;
}

Cell read_cell(const SchoolNow& school, events::LessonNumber lesson, events::PersonNumber pupil) {
  Cell cell;
  std::vector<projections::MarkStep> steps;
  for (const auto& fact : projections::cell_history(school.views(), lesson, pupil)) {
    if (fact.mark) {
      steps.push_back(*fact.mark);
      cell.last_ordinal = std::max(cell.last_ordinal, fact.mark->ordinal);
    }
    if (fact.is_void) continue;
    if (fact.absence) {
      cell.presence = projections::Presence{fact.absence->fact.kind, fact.absence->fact.minutes,
                                            std::nullopt, fact.stamp};
    }
    if (fact.absence_withdrawn) cell.presence.reset();
  }
  cell.marks = projections::resolve_marks(steps);
  return cell;
}

std::optional<events::PermissionNumber> permission_for(events::PersonNumber author,
                                                       const projections::Place& place,
                                                       events::Day day, const SchoolNow& school) {
  std::optional<events::PermissionNumber> found;
  events::Instant until{};
  for (const auto& given : school.directory().permissions_of(author)) {
    const auto& fact = given.fact;
    const bool fits = !given.is_void && fact.school_class == place.school_class &&
                      (!fact.subject || *fact.subject == place.subject) && fact.first_day <= day &&
                      day <= fact.last_day && school.now() < fact.until &&
                      !school.directory().permission_ended(fact.permission);
    if (!fits || (found && fact.until <= until)) continue;
    found = fact.permission;
    until = fact.until;
  }
  return found;
}

}  // namespace letopis::rules

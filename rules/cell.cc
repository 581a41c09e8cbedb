#include "rules/cell.h"

#include <algorithm>

namespace letopis::rules {
namespace {

bool is_in_force(const projections::Filed<events::PermissionGiven>& given,
                 const projections::Place& place, events::Day day, const SchoolNow& school) {
  const auto& fact = given.fact;
  return !given.is_void && fact.school_class == place.school_class &&
         (!fact.subject || *fact.subject == place.subject) && fact.first_day <= day &&
         day <= fact.last_day && school.now() < fact.until &&
         !school.directory().permission_ended(fact.permission);
}

}  // namespace

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

bool covers(events::PermissionNumber permission, events::PersonNumber author,
            const projections::Place& place, events::Day day, const SchoolNow& school) {
  const auto given = school.directory().declared<events::PermissionGiven>(permission);
  return given && given->fact.teacher == author && is_in_force(*given, place, day, school);
}

std::optional<events::PermissionNumber> permission_for(events::PersonNumber author,
                                                       const projections::Place& place,
                                                       events::Day day, const SchoolNow& school) {
  std::optional<events::PermissionNumber> found;
  events::Instant until{};
  for (const auto& given : school.directory().permissions_of(author)) {
    if (!is_in_force(given, place, day, school)) continue;
    if (found && given.fact.until <= until) continue;
    found = given.fact.permission;
    until = given.fact.until;
  }
  return found;
}

}  // namespace letopis::rules

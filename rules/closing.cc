#include "rules/closing.h"

#include "rules/cell.h"
#include "rules/locks.h"
#include "rules/mark_window.h"

namespace letopis::rules {
namespace {

std::optional<Refusal> refused(const Outcome& outcome) {
  return outcome ? std::nullopt : std::optional(outcome.refusal());
}

// A work of its own term keeps the column open for its marks.
std::optional<Refusal> over(const LessonNow& lesson, const SchoolNow& school) {
  events::MarkGiven mark;
  mark.lesson = lesson.record.lesson;
  mark.day = lesson.record.day;
  const auto ordinary = refused(check_term(mark, lesson, school));
  if (!ordinary) return std::nullopt;
  for (const auto& work : lesson.record.works) {
    mark.work = work.number;
    if (check_term(mark, lesson, school)) return std::nullopt;
  }
  return ordinary;
}

}  // namespace

Closing closing_of(const LessonNow& lesson, events::PersonNumber author, const SchoolNow& school) {
  const Spot spot{lesson.record.day, lesson.place, std::nullopt};
  const Act act{author, school.now(), {}, 0, std::nullopt, nullptr};
  Closing closing;
  closing.lesson = refused(check_open(spot, kLookedFor, act, school));
  if (closing.lesson) {
    closing.marks = closing.lesson;
    return closing;
  }
  closing.marks = refused(check_open(spot, named(std::nullopt), act, school));
  if (!closing.marks) closing.marks = over(lesson, school);
  if (!closing.marks) return closing;
  closing.permission = permission_for(author, with_class(spot, school).place, spot.day, school);
  if (closing.permission) closing.marks.reset();
  return closing;
}

}  // namespace letopis::rules

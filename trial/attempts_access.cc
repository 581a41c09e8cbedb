#include <algorithm>

#include "trial/attempts.h"
#include "trial/people.h"

namespace letopis::trial {
namespace {

using std::chrono::minutes;
using LessonOf = const std::shared_ptr<Lesson>&;

constexpr std::int32_t kSeldom = 50;  // days between two attempts of a kind
constexpr events::Day kFamiliesHaveKeys = day_of(2025, 9, 9);

// A colleague who teaches that class something else, or nothing.
std::optional<std::size_t> stranger_to(const Life& life, const Lesson& lesson) {
  const Load& load = life.school.loads[lesson.load];
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    const bool has_subject =
        std::any_of(life.school.loads.begin(), life.school.loads.end(), [&](const Load& other) {
          return other.teacher == i && other.school_class == load.school_class &&
                 other.subject == load.subject;
        });
    if (i != lesson.teacher && i != load.teacher && !has_subject) return i;
  }
  return std::nullopt;
}

// A family with a key of its own, and its child.
std::optional<std::size_t> family_at(const Life& life, const Lesson& lesson) {
  const auto found = std::find_if(lesson.roll.begin(), lesson.roll.end(), [&](std::size_t which) {
    const Pupil& pupil = life.school.pupils[which];
    return which < life.settings.pupils && pupil.here && pupil.watchful;
  });
  if (lesson.day < kFamiliesHaveKeys || found == lesson.roll.end()) return std::nullopt;
  return *found;
}

events::MarkCorrected best_mark(const Life& life, const Lesson& lesson, std::size_t pupil) {
  events::MarkCorrected fact;
  fact.lesson = lesson.number;
  fact.pupil = life.school.pupils[pupil].number;
  fact.day = lesson.day;
  fact.ordinal = 1;
  fact.value = events::MarkValue::kFive;
  fact.reason = events::ChangeReason::kMistyped;
  return fact;
}

void try_as_officer(Life& life, LessonOf lesson, std::size_t pupil, Moment now) {
  const auto try_it = [&](const char* kind, Officer Life::*officer, minutes later) {
    if (!life.turns.take(kind, lesson->day, kSeldom)) return;
    life.agenda.aside(now.stated + later, [&life, lesson, pupil, officer](Moment then) {
      life.scribe.try_in_vain(then, (life.*officer).author(),
                              facts(best_mark(life, *lesson, pupil)), "access.no_role");
    });
  };
  try_it("mark by the administrator", &Life::administrator, minutes(31));
  try_it("mark by the director", &Life::director, minutes(33));
}

void try_as_stranger(Life& life, LessonOf lesson, std::size_t pupil, Moment now) {
  const auto stranger = stranger_to(life, *lesson);
  if (!stranger) return;
  if (life.turns.take("mark in another's class", lesson->day, kSeldom)) {
    life.agenda.aside(now.stated + minutes(21), [&life, lesson, pupil, stranger](Moment then) {
      life.scribe.try_in_vain(then, life.author_of(*stranger),
                              facts(mark_in_vain(life, *lesson, pupil)), "access.out_of_reach");
    });
  }
  // A colleague looks after the class of someone who is away, and nobody has ordered it.
  if (!life.turns.take("substitution without an order", lesson->day, kSeldom)) return;
  life.agenda.aside(now.stated + minutes(23), [&life, lesson, stranger](Moment then) {
    const Teacher& teacher = life.school.teachers[*stranger];
    events::LessonHeld held;
    held.lesson = life.scribe.would_be<events::LessonNumber>();
    held.load = life.school.loads[lesson->load].number;
    held.teacher = teacher.number;
    held.day = lesson->day;
    held.bell = static_cast<std::uint16_t>(lesson->bell);
    held.room = teacher.room;
    life.scribe.try_in_vain(then, life.author_of(*stranger), facts(held), "access.out_of_reach");
  });
}

}  // namespace

void try_without_right(Life& life, LessonOf lesson, Moment now) {
  const auto pupil = anyone_present(*lesson);
  if (!pupil) return;
  try_as_officer(life, lesson, *pupil, now);
  try_as_stranger(life, lesson, *pupil, now);
  const auto child = family_at(life, *lesson);
  if (!child || !life.turns.take("mark by a family", lesson->day, kSeldom)) return;
  life.agenda.aside(now.stated + minutes(41), [&life, lesson, child = *child](Moment then) {
    const Author family{speaker_of(life.school.pupils[child]), 0};
    life.scribe.try_in_vain(then, family, facts(best_mark(life, *lesson, child)), "access.no_role");
  });
}

}  // namespace letopis::trial

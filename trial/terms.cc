#include "trial/terms.h"

#include <algorithm>

namespace letopis::trial {
namespace {

const Officer* officer_of(const Life& life, events::Role role) {
  if (role == events::Role::kDirector) return &life.director;
  if (role == events::Role::kDeputy) return &life.deputy;
  if (role == events::Role::kAdministrator) return &life.administrator;
  if (role == events::Role::kSecretary) return &life.secretary;
  return nullptr;
}

}  // namespace

std::optional<events::Instant> late_from(const Life& life, const Lesson& lesson,
                                         regulations::EntryKind kind) {
  regulations::Occasion occasion;
  occasion.day = lesson.day;
  occasion.lesson_end_minute = static_cast<unsigned>(minute_at(lesson.ends));
  occasion.year_last_day = kLastDay;
  occasion.work = lesson.work;
  occasion.grade = life.grade_of(lesson);
  const auto deadline = regulations::deadline_of(kind, occasion, life.customs.on(lesson.day),
                                                 life.zone, &life.year.days());
  if (!deadline) return std::nullopt;
  return deadline->at;
}

regulations::EntryKind kind_of_mark(const Life& life, const Lesson& lesson) {
  using regulations::EntryKind;
  if (!lesson.work || !regulations::is_written(*lesson.work)) return EntryKind::kMark;
  const auto late = late_from(life, lesson, EntryKind::kMark);
  const bool named_late = life.customs.refuses_late_marks() && late && *late <= lesson.recorded;
  return named_late ? EntryKind::kMark : EntryKind::kWrittenWorkMark;
}

bool comes_too_late(const Life& life, const Lesson& lesson, events::Instant when) {
  if (!life.customs.refuses_late_marks()) return false;
  const auto late = late_from(life, lesson, kind_of_mark(life, lesson));
  // The record comes moments after it is stated.
  return late && *late <= when + std::chrono::seconds(2);
}

Author officer_for(const Life& life, regulations::Duty duty, events::Role usual) {
  const regulations::Parameters& rules = life.customs.on(kLastDay);
  const auto holders = regulations::duty_holders(rules, duty);
  const Officer* officer = officer_of(life, usual);
  INVARIANT(officer != nullptr);
  const bool is_theirs = std::find(holders.begin(), holders.end(), usual) != holders.end();
  if (is_theirs || !regulations::is_named(rules, duty)) return officer->author();
  for (const events::Role role : holders) {
    if (const Officer* other = officer_of(life, role)) return other->author();
  }
  return officer->author();
}

bool class_teacher_does(const Life& life, regulations::Duty duty) {
  return regulations::duty_holders(life.customs.on(kLastDay), duty).front() ==
         events::Role::kClassTeacher;
}

}  // namespace letopis::trial

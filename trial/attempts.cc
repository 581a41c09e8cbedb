#include "trial/attempts.h"

#include <algorithm>
#include <string_view>

#include "regulations/civil_day.h"
#include "trial/changes.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

using std::chrono::minutes;
using LessonOf = const std::shared_ptr<Lesson>&;

// Days between two attempts of a kind.
constexpr std::int32_t kSeldom = 60;
constexpr std::int32_t kSometimes = 40;
constexpr std::int32_t kOften = 25;

// What the teacher of a lesson tries at a moment.
void try_at(Life& life, events::Instant when, LessonOf lesson, events::Fact fact,
            std::string_view refusal) {
  life.agenda.aside(when, [&life, lesson, fact = std::move(fact), refusal](Moment now) {
    life.scribe.try_in_vain(now, life.author_of(lesson->teacher), {fact}, refusal);
  });
}

// The number of a lesson that is never recorded is known only at its moment.
void try_lesson(Life& life, events::Instant when, LessonOf lesson, events::Day day,
                std::string_view refusal) {
  life.agenda.aside(when, [&life, lesson, day, refusal](Moment now) {
    const Teacher& teacher = life.school.teachers[lesson->teacher];
    events::LessonHeld held;
    held.lesson = life.scribe.would_be<events::LessonNumber>();
    held.load = life.school.loads[lesson->load].number;
    held.teacher = teacher.number;
    held.day = day;
    held.bell = static_cast<std::uint16_t>(lesson->bell);
    held.room = teacher.room;
    held.substitution = lesson->substitution;
    life.scribe.try_in_vain(now, life.author_of(lesson->teacher), facts(held), refusal);
  });
}

void try_wrong_days(Life& life, LessonOf lesson, Moment now) {
  const events::Day day = lesson->day;
  if (life.turns.take("lesson twice", day, kSeldom)) {
    try_lesson(life, now.stated + minutes(10), lesson, day, "lesson.held_already");
  }
  if (lesson->substitution) return;
  const events::Day tomorrow = day_at(now.stated) + 1;
  if (tomorrow <= kLastDay && life.turns.take("lesson to come", day, kSeldom)) {
    try_lesson(life, now.stated + minutes(2), lesson, tomorrow, "day.future");
  }
  const events::Day sunday = day - static_cast<std::int32_t>(regulations::weekday(day));
  if (kFirstDay <= sunday && life.turns.take("lesson on a Sunday", day, kSeldom)) {
    try_lesson(life, now.stated + minutes(4), lesson, sunday, "lesson.day_off");
  }
}

void try_for_one_who_left(Life& life, LessonOf lesson, Moment now) {
  const std::size_t school_class = life.school.loads[lesson->load].school_class;
  const auto gone = std::find_if(life.left.begin(), life.left.end(), [&](const LeftPupil& one) {
    return one.school_class == school_class && one.last < lesson->day;
  });
  if (gone == life.left.end() || !life.turns.take("mark for one who left", lesson->day, kOften)) {
    return;
  }
  life.agenda.aside(now.stated + minutes(6), [&life, lesson, pupil = gone->pupil](Moment then) {
    life.scribe.try_in_vain(then, life.author_of(lesson->teacher),
                            facts(mark_in_vain(life, *lesson, pupil)), "pupil.not_there");
  });
}

// What the regulation takes away from a grade, or asks of every entry.
void try_against_the_regulation(Life& life, LessonOf lesson, Moment now) {
  const unsigned grade = life.grade_of(*lesson);
  const auto pupil = anyone_present(*lesson);
  if (!pupil) return;
  const events::Instant soon = now.stated + minutes(7);
  if (life.customs.bars_marks(grade) &&
      life.turns.take("mark in a grade without", lesson->day, kSometimes)) {
    try_at(life, soon, lesson, mark_in_vain(life, *lesson, *pupil), "mark.not_in_grade");
  }
  if (!life.customs.sets_homework(grade) &&
      life.turns.take("homework in a grade without", lesson->day, kSometimes)) {
    try_at(life, soon, lesson,
           events::HomeworkSet{lesson->number, lesson->day, events::HomeworkKind::kWritten,
                               "Прописи, страница 12", std::nullopt},
           "homework.not_in_grade");
  }
  if (life.customs.speaks_of("language") && life.subject_of(*lesson) == Subject::kEnglish &&
      life.turns.take("topic in English", lesson->day, kSometimes)) {
    try_at(life, soon, lesson,
           events::TopicSet{lesson->number, lesson->day, "Present Continuous", "Speaking",
                            std::nullopt, 0},
           "text.not_russian");
  }
}

bool has_period_mark(Life& life, const Lesson& lesson, std::size_t pupil, std::size_t term) {
  return life.school.pupils[pupil].here &&
         life.results.of(pupil, life.subject_of(lesson), term).has_value();
}

// After the period's marks where the regulation closes the journal then, and in any school once the
// period is closed for the class.
void try_after_the_period(Life& life, LessonOf lesson) {
  constexpr std::int32_t last_days = 12;
  const unsigned grade = life.grade_of(*lesson);
  const Term& term = life.year.term_of(lesson->day, grade);
  const auto pupil = anyone_present(*lesson);
  if (!pupil || lesson->day + last_days < term.last ||
      life.customs.grading(life.subject_of(*lesson), grade) != Grading::kMarks) {
    return;
  }
  const auto which = static_cast<std::size_t>(&term - life.year.terms().data());
  if (regulations::locks_after_period_marks(life.customs.on(lesson->day)) &&
      life.turns.take("after period marks", lesson->day, kSometimes)) {
    life.agenda.aside(moment(term.last + 4, 12, 0), [&life, lesson, which, pupil](Moment now) {
      if (!has_period_mark(life, *lesson, *pupil, which)) return;
      life.scribe.try_in_vain(now, life.author_of(lesson->teacher),
                              facts(mark_in_vain(life, *lesson, *pupil)), "period.marked");
    });
  }
  if (life.turns.take("in a closed period", lesson->day, kSometimes)) {
    life.agenda.aside(moment(term.last + 6, 11, 0), [&life, lesson, pupil](Moment now) {
      life.scribe.try_in_vain(now, life.author_of(lesson->teacher),
                              facts(mark_in_vain(life, *lesson, *pupil)), "period.closed");
    });
  }
}

events::MarkCorrected another_value(const Life& life, const Lesson& lesson, std::size_t mark) {
  const CellMark& now = lesson.marks[mark];
  events::MarkCorrected fact;
  fact.lesson = lesson.number;
  fact.pupil = life.school.pupils[now.pupil].number;
  fact.day = lesson.day;
  fact.ordinal = static_cast<std::uint16_t>(now.ordinal);
  fact.value = mark_of(now.value == events::MarkValue::kFive ? 4 : 5);
  fact.reason = events::ChangeReason::kMistyped;
  return fact;
}

// When the window has just closed; empty where nothing closes it before the period ends.
std::optional<events::Instant> past_the_window(const Life& life, const Lesson& lesson,
                                               events::Instant given) {
  std::optional<events::Instant> closed;
  if (!life.customs.marks_change_later(lesson.day)) {
    closed = moment(day_at(given) + 1, 0);
  } else {
    closed = late_from(life, lesson, regulations::EntryKind::kMarkChange);
  }
  if (!closed) return std::nullopt;
  const events::Instant when = moment(day_at(*closed), 16, 10);
  if (life.year.last_entry(lesson.day, life.grade_of(lesson)) <= when) return std::nullopt;
  return when;
}

}  // namespace

events::MarkGiven mark_in_vain(const Life& life, const Lesson& lesson, std::size_t pupil) {
  const auto of_pupil = [pupil](const CellMark& mark) { return mark.pupil == pupil; };
  events::MarkGiven mark;
  mark.lesson = lesson.number;
  mark.pupil = life.school.pupils[pupil].number;
  mark.day = lesson.day;
  mark.ordinal = static_cast<std::uint16_t>(
      1 + std::count_if(lesson.marks.begin(), lesson.marks.end(), of_pupil));
  mark.value = events::MarkValue::kFive;
  return mark;
}

std::optional<std::size_t> anyone_present(const Lesson& lesson) {
  const auto present = std::find(lesson.away.begin(), lesson.away.end(), false);
  if (present == lesson.away.end()) return std::nullopt;
  return lesson.roll[static_cast<std::size_t>(present - lesson.away.begin())];
}

void try_late_mark(Life& life, LessonOf lesson, std::size_t pupil, events::Instant when) {
  life.agenda.aside(when, [&life, lesson, pupil](Moment now) {
    life.scribe.try_in_vain(now, life.author_of(lesson->teacher),
                            facts(mark_in_vain(life, *lesson, pupil)), "mark.too_late");
  });
}

void try_about_lesson_in_vain(Life& life, LessonOf lesson, Moment now) {
  try_wrong_days(life, lesson, now);
  try_for_one_who_left(life, lesson, now);
  try_against_the_regulation(life, lesson, now);
  try_after_the_period(life, lesson);
  try_without_right(life, lesson, now);
}

void try_changes_in_vain(Life& life, LessonOf lesson, std::size_t mark, events::Instant given) {
  const auto change = [&life, lesson, mark](events::ChangeType type, std::string_view refusal) {
    return [&life, lesson, mark, type, refusal](Moment now) {
      if (lesson->marks[mark].withdrawn) return;
      events::MarkCorrected fact = another_value(life, *lesson, mark);
      fact.type = type;
      if (type == events::ChangeType::kAdjustment) fact.reason = events::ChangeReason::kOrderIssued;
      life.scribe.try_in_vain(now, life.author_of(lesson->teacher), facts(fact), refusal);
    };
  };
  if (life.turns.take("adjustment without a ground", lesson->day, kSeldom)) {
    life.agenda.aside(given + minutes(12), change(events::ChangeType::kAdjustment, "mark.ground"));
  }
  const auto late = past_the_window(life, *lesson, given);
  if (late && life.turns.take("change past the window", lesson->day, kOften)) {
    life.agenda.aside(*late, change(events::ChangeType::kCorrection, "mark.window"));
  }
}

}  // namespace letopis::trial

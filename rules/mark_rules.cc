#include "rules/mark_rules.h"

#include <fmt/format.h>

#include "regulations/journal_terms.h"
#include "rules/cell.h"
#include "rules/content_rules.h"
#include "rules/dispute_rules.h"
#include "rules/journal_words.h"
#include "rules/lesson_rules.h"
#include "rules/locks.h"
#include "rules/mark_window.h"
#include "rules/standing.h"
#include "rules/text_rules.h"

namespace letopis::rules {
namespace {

Outcome check_of_lesson(events::MarkValue value) {
  if (value != events::MarkValue::kNotAttested) return Done{};
  return Refusal{"mark.not_of_lesson",
                 {"«н/а» — отметка за период, за урок её не ставят",
                  "\"not attested\" is a mark of a period, not of a lesson"},
                 {},
                 {"если ученика не было, отметьте отсутствие",
                  "if the pupil was not there, note the absence"}};
}

Outcome check_ordinal(const events::MarkGiven& fact, const Act& act, const SchoolNow& school) {
  // The first fact of a cell finds nothing there; only a later one has to look.
  if (act.version == 1U && fact.ordinal == 1) return Done{};
  const Cell cell = read_cell(school, fact.lesson, fact.pupil);
  const unsigned next = cell.last_ordinal + 1U;
  if (fact.ordinal == next) return Done{};
  const Sentence now = words_of(cell, school);
  return Refusal{"mark.ordinal",
                 {fmt::format("в этой клетке следующая отметка — {}-я, а не {}-я. Сейчас: {}", next,
                              fact.ordinal, now.ru),
                  fmt::format("the next mark of this cell is {}, not {}. Now: {}", next,
                              fact.ordinal, now.en)},
                 {},
                 {"посмотрите клетку ещё раз: в ней появилась другая отметка",
                  "look at the cell again: another mark has come"}};
}

Outcome check_work(const events::MarkGiven& fact, const LessonNow& lesson) {
  if (fact.work == 0 || lesson.record.work(fact.work) != nullptr) return Done{};
  return Refusal{"work.missing",
                 {fmt::format("в уроке нет {}-й работы", fact.work),
                  fmt::format("the lesson has no work {}", fact.work)},
                 {},
                 {"сначала опишите работу: вид, вес, название",
                  "first describe the work: kind, weight, title"}};
}

Refusal not_standing(std::uint16_t ordinal, const Cell& cell, const SchoolNow& school) {
  const Sentence words = words_of(cell, school);
  return {"mark.not_standing",
          {fmt::format("{}-й отметки в этой клетке нет. Сейчас: {}", ordinal, words.ru),
           fmt::format("mark {} does not stand in this cell. Now: {}", ordinal, words.en)},
          {},
          {"посмотрите клетку ещё раз", "look at the cell again"}};
}

Outcome check_dispute(const events::MarkCorrected& fact, const SchoolNow& school) {
  if (!fact.dispute) return Done{};
  const auto raised = school.directory().declared<events::DisputeRaised>(*fact.dispute);
  const bool fits = raised && !raised->is_void && raised->fact.lesson == fact.lesson &&
                    raised->fact.pupil == fact.pupil && raised->fact.ordinal == fact.ordinal;
  if (fits) return check_unanswered(*fact.dispute, school);
  return Refusal{
      "dispute.of_another_mark",
      {fmt::format("обращение № {} — о другой отметке", fact.dispute->value),
       fmt::format("dispute {} is about another mark", fact.dispute->value)},
      {},
      {"назовите обращение об этой отметке или никакого", "name the one about this mark, or none"}};
}

// What a change of a standing mark needs, whatever it is changed to.
Outcome check_change(const projections::Mark& mark, const LessonNow& lesson, const Spot& spot,
                     std::optional<events::PermissionNumber> permission, const Act& act,
                     const SchoolNow& school) {
  if (auto open = check_open(spot, named(permission), act, school); !open) return open;
  if (permission) return Done{};
  return check_window(mark, lesson, school);
}

}  // namespace

Outcome check(const events::MarkGiven& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto stands = check_stands(lesson); !stands) return stands;
  if (auto there = check_there(fact.pupil, lesson, school); !there) return there;
  if (auto value = check_of_lesson(fact.value); !value) return value;
  const Spot spot{fact.day, lesson.place, fact.pupil};
  const projections::Place place = with_class(spot, school).place;
  if (auto grade = check_grade_has_marks(place, fact.day, school); !grade) return grade;
  if (auto ordinal = check_ordinal(fact, act, school); !ordinal) return ordinal;
  if (auto work = check_work(fact, lesson); !work) return work;
  if (auto open = check_open(spot, named(fact.permission), act, school); !open) return open;
  auto language = check_language(fact.comment, fact.pupil, fact.day, act, school);
  if (!language || fact.permission) return language;
  return check_term(fact, lesson, school);
}

Outcome check(const events::MarkCorrected& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  const Cell cell = read_cell(school, fact.lesson, fact.pupil);
  const projections::Mark* mark = cell.standing(fact.ordinal);
  if (mark == nullptr) return not_standing(fact.ordinal, cell, school);
  if (auto value = check_of_lesson(fact.value); !value) return value;
  if (*mark->value == fact.value) {
    const Sentence word = word_of(fact.value);
    return Refusal{"mark.same",
                   {fmt::format("в клетке уже стоит {}", word.ru),
                    fmt::format("the cell has {} already", word.en)}};
  }
  const bool has_ground = fact.dispute || fact.permission;
  if (auto ground = check_adjustment(fact.type, has_ground); !ground) return ground;
  if (auto dispute = check_dispute(fact, school); !dispute) return dispute;
  if (auto language = check_language(fact.note, fact.pupil, fact.day, act, school); !language) {
    return language;
  }
  return check_change(*mark, lesson, {fact.day, lesson.place, fact.pupil}, fact.permission, act,
                      school);
}

Outcome check(const events::MarkWithdrawn& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  const Cell cell = read_cell(school, fact.lesson, fact.pupil);
  const projections::Mark* mark = cell.standing(fact.ordinal);
  if (mark == nullptr) return not_standing(fact.ordinal, cell, school);
  if (auto language = check_language(fact.note, fact.pupil, fact.day, act, school); !language) {
    return language;
  }
  return check_change(*mark, lesson, {fact.day, lesson.place, fact.pupil}, fact.permission, act,
                      school);
}

Outcome check_grade_has_marks(const projections::Place& place, events::Day day,
                              const SchoolNow& school) {
  const auto grade = school.grade_of(place, day);
  if (!grade) return Done{};
  const auto rules = regulations::grade_rules(school.parameters(day), *grade);
  if (rules.marks) return Done{};
  const std::string name = name_of(*place.school_class, day, school);
  return Refusal{"mark.not_in_grade",
                 {fmt::format("класс {} учится без отметок", name),
                  fmt::format("class {} is taught without marks", name)},
                 rules.marks_clause,
                 {"присутствие отмечается как обычно", "presence is noted as usual"}};
}

Outcome check_adjustment(events::ChangeType type, bool has_ground) {
  if (type != events::ChangeType::kAdjustment || has_ground) return Done{};
  return Refusal{"mark.ground",
                 {"пересмотр отметки делается по обращению или по разрешению, а не назван ни один",
                  "an adjustment rests on a dispute or a permission, and none is named"},
                 {},
                 {"назовите обращение или разрешение; описка — это исправление, пересдача — "
                  "пересдача",
                  "name the dispute or permission; a slip is a correction, a retake a retake"}};
}

}  // namespace letopis::rules

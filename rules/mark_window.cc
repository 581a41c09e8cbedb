#include "rules/mark_window.h"

#include <fmt/format.h>

#include "regulations/lateness.h"
#include "rules/journal_words.h"

namespace letopis::rules {
namespace {

using regulations::EntryKind;

constexpr std::string_view kNoWindow = "none";

const Sentence kAskPermission{
    "нужно разрешение директора или завуча (по приказу), названное в "
    "записи",
    "a permission of the director or a deputy (by an order) is needed, "
    "named in the entry"};

// The end of the last lesson is no part of it: no term of a mark counts from there.
std::optional<regulations::Deadline> deadline(EntryKind kind, const LessonNow& lesson,
                                              std::optional<events::WorkKind> work,
                                              const SchoolNow& school) {
  regulations::Occasion occasion;
  occasion.day = lesson.record.day;
  occasion.work = work;
  occasion.grade = school.grade_of(lesson.place, occasion.day);
  if (const auto bell = school.directory().bell(lesson.record.day, lesson.record.bell,
                                                lesson.place.school_class)) {
    occasion.lesson_end_minute = bell->end_minute;
  }
  if (const YearNow* year = school.year_of(occasion.day)) {
    occasion.year_last_day = year->year.last_day;
  }
  return regulations::deadline_of(kind, occasion, school.parameters(occasion.day), school.zone(),
                                  &school.calendar());
}

using Kind = std::optional<events::WorkKind>;

// Written works have a term apart from other marks (R0 3.2 (1)).
bool is_of_its_own(Kind kind) { return kind && regulations::is_written(*kind); }

std::optional<regulations::Deadline> term_of(Kind kind, const LessonNow& lesson,
                                             const SchoolNow& school) {
  return deadline(is_of_its_own(kind) ? EntryKind::kWrittenWorkMark : EntryKind::kMark, lesson,
                  kind, school);
}

bool is_over(const std::optional<regulations::Deadline>& due, const SchoolNow& school) {
  return due && due->at <= school.now();
}

// What the work was called before that moment; empty: nobody had described it.
Kind kind_before(events::Instant moment, std::uint16_t work, const LessonNow& lesson,
                 const SchoolNow& school) {
  Kind kind;
  for (const auto& said : descriptions_of(work, lesson, school.views(), school.directory())) {
    if (!said.is_void && said.stamp.recorded < moment) kind = said.fact.kind;
  }
  return kind;
}

Refusal too_late(const regulations::Deadline& due, const events::MarkGiven& fact,
                 const Sentence& besides, const SchoolNow& school) {
  const Sentence day = word_of(fact.day);
  const Sentence until = moment_words(due.at, school);
  return {"mark.too_late",
          {fmt::format("отметку за {} можно было выставить до {}: задним числом нельзя{}", day.ru,
                       until.ru, besides.ru),
           fmt::format("a mark of {} could be given until {}: backdating is forbidden{}", day.en,
                       until.en, besides.en)},
          school.parameter(regulations::kMarkLate, fact.day)->clause,
          kAskPermission};
}

Refusal window_closed(const regulations::Deadline& deadline, const LessonNow& lesson,
                      const SchoolNow& school) {
  const Sentence day = word_of(lesson.record.day);
  const Sentence until = moment_words(deadline.at, school);
  return {"mark.window",
          {fmt::format("отметки за {} можно было менять до {}", day.ru, until.ru),
           fmt::format("marks of {} could be changed until {}", day.en, until.en)},
          deadline.clause,
          kAskPermission};
}

Outcome check_same_day(const events::Parameter& window, const projections::Mark& mark,
                       const LessonNow& lesson, const SchoolNow& school) {
  const Sentence day = word_of(lesson.record.day);
  const events::Parameter* same_day =
      school.parameter(regulations::kEditSameDay, lesson.record.day);
  if (same_day != nullptr && same_day->value == "no") {
    return Refusal{"mark.same_day",
                   {"исправление отметок запрещено, и в тот же день тоже",
                    "correcting marks is forbidden, on the same day too"},
                   same_day->clause,
                   kAskPermission};
  }
  const events::Day made = school.day_of(mark.last.recorded);
  if (school.today() == made) return Done{};
  const Sentence then = word_of(made);
  return Refusal{"mark.window",
                 {fmt::format("исправление отметок запрещено; описку от {} (урок {}) можно было "
                              "поправить в тот же день",
                              then.ru, day.ru),
                  fmt::format("correcting marks is forbidden; a slip of {} (lesson of {}) could be "
                              "mended on that very day",
                              then.en, day.en)},
                 window.clause,
                 kAskPermission};
}

}  // namespace

Outcome check_term(const events::MarkGiven& fact, const LessonNow& lesson,
                   const SchoolNow& school) {
  if (!regulations::refuses_late_marks(school.parameters(fact.day))) return Done{};
  const auto* work = lesson.record.work(fact.work);
  const Kind kind = work == nullptr ? std::nullopt : Kind(work->kind);
  if (const auto due = term_of(kind, lesson, school); is_over(due, school)) {
    return too_late(*due, fact, {}, school);
  }
  if (!is_of_its_own(kind)) return Done{};
  const auto ordinary = term_of(std::nullopt, lesson, school);
  if (!is_over(ordinary, school)) return Done{};
  // Only the work's kind still holds the column open, so it must have been said in time: else
  // whoever forgot a mark would call the work a dictation days later, and backdate.
  const auto due = term_of(kind_before(ordinary->at, fact.work, lesson, school), lesson, school);
  if (!is_over(due, school)) return Done{};
  return too_late(*due, fact,
                  {"; вид работы, названный после этого срока, его не продлевает",
                   "; a kind of work that is named after that does not prolong it"},
                  school);
}

Outcome check_window(const projections::Mark& mark, const LessonNow& lesson,
                     const SchoolNow& school) {
  const auto* window = school.parameter(regulations::kEditWindow, lesson.record.day);
  if (window == nullptr) return Done{};
  if (window->value == kNoWindow) return check_same_day(*window, mark, lesson, school);
  const auto end = deadline(EntryKind::kMarkChange, lesson, std::nullopt, school);
  if (!end || school.now() < end->at) return Done{};
  return window_closed(*end, lesson, school);
}

}  // namespace letopis::rules

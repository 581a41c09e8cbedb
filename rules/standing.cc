#include "rules/standing.h"

#include <fmt/format.h>

#include "projections/chapters.h"
#include "projections/journal_page.h"
#include "rules/access.h"
#include "rules/journal_words.h"
#include "rules/numbers.h"

namespace letopis::rules {
namespace {

using projections::Shelf;
using projections::Stamp;
using Standing = std::optional<Sentence>;

constexpr std::size_t kMostTold = 64;  // facts that are looked at: a column, and more

Sentence entered(const Sentence& what, const Stamp& stamp, const SchoolNow& school) {
  const Sentence by = stamp_words(stamp, school);
  return {fmt::format("{} ({})", what.ru, by.ru), fmt::format("{} ({})", what.en, by.en)};
}

void add(Sentence& all, const Sentence& one) {
  all.ru += (all.ru.empty() ? "" : "; ") + one.ru;
  all.en += (all.en.empty() ? "" : "; ") + one.en;
}

Sentence word_of(const projections::Presence& presence) {
  if (presence.kind == events::AbsenceKind::kAbsent) return {"отсутствие", "absent"};
  return {fmt::format("опоздание на {} мин.", presence.minutes),
          fmt::format("late by {} minutes", presence.minutes)};
}

Standing in_cell(events::LessonNumber lesson, events::PersonNumber pupil, const SchoolNow& school) {
  const Cell cell = read_cell(school, lesson, pupil);
  if (cell.marks.empty() && !cell.presence) return std::nullopt;
  return words_of(cell, school);
}

template <class Fact>
Standing of_period(const Fact& fact, const SchoolNow& school) {
  const auto marks = projections::resolve_marks(projections::period_mark_history(
      school.views(), {fact.pupil, fact.school_class, fact.subject, fact.period, fact.kind}));
  if (marks.empty()) return std::nullopt;
  const auto& mark = marks.front();
  const Sentence value =
      mark.value ? rules::word_of(*mark.value) : Sentence{"отозвана", "withdrawn"};
  return entered({"отметка за период: " + value.ru, "the period's mark: " + value.en}, mark.last,
                 school);
}

Standing topic(const LessonNow& lesson, const SchoolNow& school) {
  const auto& topic = lesson.record.topic;
  if (!topic) return std::nullopt;
  return entered(
      {fmt::format("тема: «{}»", topic->value), fmt::format("the topic: \"{}\"", topic->value)},
      topic->stamp, school);
}

Standing homework(const LessonNow& lesson, const SchoolNow& school) {
  if (lesson.record.no_homework) return Sentence{"задания нет", "no homework is set"};
  const auto& homework = lesson.record.homework;
  if (!homework) return std::nullopt;
  return entered({fmt::format("задание: «{}»", homework->value.text),
                  fmt::format("the homework: \"{}\"", homework->value.text)},
                 homework->stamp, school);
}

Standing work(std::uint16_t number, const LessonNow& lesson, const SchoolNow& school) {
  Standing last;
  for (const auto& said : descriptions_of(number, lesson, school.views(), school.directory())) {
    if (said.is_void) continue;
    last = entered({fmt::format("{}-я работа: «{}»", number, said.fact.title),
                    fmt::format("work {}: \"{}\"", number, said.fact.title)},
                   said.stamp, school);
  }
  return last;
}

Standing lesson_at(const events::LessonHeld& fact, const SchoolNow& school) {
  const auto place = projections::place_of(school.views(), fact.load);
  for (const auto& one : lessons_on(place, fact.day, school.views(), school.directory())) {
    if (one.load != fact.load || one.bell != fact.bell || one.withdrawn || one.is_void) continue;
    return entered(
        {fmt::format("урок № {}", one.lesson.value), fmt::format("lesson {}", one.lesson.value)},
        one.held, school);
  }
  return std::nullopt;
}

// The class of the pupil from that day on, and what said so last.
Standing in_class(events::PersonNumber pupil, events::Day day, const SchoolNow& school) {
  std::optional<Stamp> last;
  school.directory().story(Shelf::kPupilClasses, {pupil.value},
                           [&last](const projections::FiledRow& row, bool is_void) {
                             if (!is_void) last = row.stamp();
                             return true;
                           });
  if (!last) return std::nullopt;
  const auto of = school.directory().class_of(pupil, day);
  const std::string name = of ? name_of(*of, day, school) : "";
  const Sentence where = of ? Sentence{"в классе " + name, "in class " + name}
                            : Sentence{"не состоит ни в одном классе", "in no class"};
  const Sentence on = rules::word_of(day);
  return entered({fmt::format("ученик № {} {}: {}", pupil.value, on.ru, where.ru),
                  fmt::format("pupil {} on {}: {}", pupil.value, on.en, where.en)},
                 *last, school);
}

Standing changed(events::LoadNumber load, events::Day day, std::uint16_t bell,
                 const SchoolNow& school) {
  Standing last;
  for (const auto& one : projections::valid_on<events::TimetableChanged>(
           school.directory(), Shelf::kLoadStory, {load.value})) {
    if (one.fact.day != day || one.fact.bell != bell) continue;
    const Sentence on = rules::word_of(day);
    const auto other = one.fact.replaced_by;
    last = entered(
        {fmt::format("{}, {}-й урок: {}", on.ru, bell,
                     other ? fmt::format("вместо него нагрузка № {}", other->value) : "снят"),
         fmt::format("{}, lesson {}: {}", on.en, bell,
                     other ? fmt::format("load {} instead", other->value) : "taken out")},
        one.stamp, school);
  }
  return last;
}

Standing approved(events::TimetableNumber timetable, const SchoolNow& school) {
  const auto approvals = projections::valid_on<events::TimetableApproved>(
      school.directory(), Shelf::kTimetableStory, {timetable.value});
  if (approvals.empty()) return std::nullopt;
  return entered({fmt::format("расписание № {} утверждено", timetable.value),
                  fmt::format("timetable {} is approved", timetable.value)},
                 approvals.back().stamp, school);
}

// Where each fact goes; those that two people do not fight over have no overload.
template <projections::OfCell Fact>
Standing at(const Fact& fact, const SchoolNow& school) {
  return in_cell(fact.lesson, fact.pupil, school);
}
Standing at(const events::PeriodMarkGiven& fact, const SchoolNow& school) {
  return of_period(fact, school);
}
Standing at(const events::PeriodMarkCorrected& fact, const SchoolNow& school) {
  return of_period(fact, school);
}
Standing at(const events::PeriodMarkWithdrawn& fact, const SchoolNow& school) {
  return of_period(fact, school);
}
Standing at(const events::LessonHeld& fact, const SchoolNow& school) {
  return lesson_at(fact, school);
}
Standing at(const events::TopicSet& fact, const SchoolNow& school) {
  return topic(*school.lesson(fact.lesson), school);
}
Standing at(const events::WorkSet& fact, const SchoolNow& school) {
  return work(fact.work, *school.lesson(fact.lesson), school);
}
Standing at(const events::HomeworkSet& fact, const SchoolNow& school) {
  return homework(*school.lesson(fact.lesson), school);
}
Standing at(const events::HomeworkNone& fact, const SchoolNow& school) {
  return homework(*school.lesson(fact.lesson), school);
}
Standing at(const events::PupilEnrolled& fact, const SchoolNow& school) {
  return in_class(fact.pupil, fact.first_day, school);
}
Standing at(const events::PupilMoved& fact, const SchoolNow& school) {
  return in_class(fact.pupil, fact.first_day, school);
}
Standing at(const events::PupilLeft& fact, const SchoolNow& school) {
  return in_class(fact.pupil, fact.last_day, school);
}
Standing at(const events::PupilGraduated& fact, const SchoolNow& school) {
  return in_class(fact.pupil, fact.day, school);
}
Standing at(const events::TimetableApproved& fact, const SchoolNow& school) {
  return approved(fact.timetable, school);
}
Standing at(const events::TimetableChanged& fact, const SchoolNow& school) {
  return changed(fact.load, fact.day, fact.bell, school);
}

// Visits the fields of one fact: what it declares gets the next number again, for the one that it
// had went to whoever came first.
struct Forget {
  template <events::NumberKind kind>
  void operator()(const char*, events::Declared<events::Number<kind>> declared) const {
    declared.number.value = 0;
  }
  template <class Other>
  void operator()(const char*, Other&&) const {}
};

bool may_state(const Act& act, const SchoolNow& school) {
  events::Fact fact = *act.command[act.index];
  std::visit([](auto& one) { one.visit_fields(one, Forget{}); },
             static_cast<events::AnyFact&>(fact));
  Numbers numbers(school.directory());
  numbers.give(fact);
  return numbers.check(fact, school) && check_access(act, school);
}

}  // namespace

Sentence words_of(const Cell& cell, const SchoolNow& school) {
  Sentence words;
  for (const projections::Mark& mark : cell.marks) {
    const Sentence value =
        mark.value ? rules::word_of(*mark.value) : Sentence{"отозвана", "withdrawn"};
    add(words, entered({fmt::format("{}-я отметка: {}", mark.ordinal, value.ru),
                        fmt::format("mark {}: {}", mark.ordinal, value.en)},
                       mark.last, school));
  }
  if (cell.presence) add(words, entered(word_of(*cell.presence), cell.presence->noted, school));
  if (words.ru.empty()) return {"клетка пуста", "the cell is empty"};
  return words;
}

std::optional<Sentence> standing(const events::Fact& fact, const SchoolNow& school) {
  return std::visit(
      [&school]<class Fact>(const Fact& one) -> Standing {
        if constexpr (requires { at(one, school); }) {
          return at(one, school);
        } else {
          return std::nullopt;
        }
      },
      static_cast<const events::AnyFact&>(fact));
}

Refusal with_what_stands(const Refusal& refusal, std::span<const events::Event> command,
                         const events::ViewReader& views, events::Instant now) {
  const SchoolNow school(views, now);
  std::vector<const events::Fact*> facts;
  for (const events::Event& event : command) facts.push_back(&event.fact);
  Refusal told = refusal;
  for (std::size_t i = 0; i < facts.size() && i < kMostTold; ++i) {
    const Act act{command.front().author, now, facts, i, std::nullopt};
    if (!may_state(act, school)) continue;
    const auto stands = standing(*facts[i], school);
    if (!stands) continue;
    told.says.ru += ". Сейчас: " + stands->ru;
    told.says.en += ". Now: " + stands->en;
    break;
  }
  return told;
}

}  // namespace letopis::rules

#include "rules/lesson_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "projections/journal_cells.h"
#include "rules/journal_words.h"
#include "rules/locks.h"
#include "rules/own_journal.h"
#include "rules/timetable_rules.h"

namespace letopis::rules {
namespace {

constexpr std::uint16_t kMostBells = 20;  // a day; where no schedule rings

// Lessons that the timetable knows. Electives, excursions and work with one pupil have days of
// their own (JRN-19, SET-12).
bool is_of_timetable(events::LessonKind kind) {
  using enum events::LessonKind;
  switch (kind) {
    case kOrdinary:
    case kControl:
    case kLaboratory:
    case kPractical:
    case kGeneralisation: return true;
    case kExcursion:
    case kHomeSchooling:
    case kIndividual:
    case kElective:
    case kExtracurricular:
    case kPsychologist: return false;
  }
  INVARIANT(false);
}

Refusal load_over(const projections::LoadInfo& load, events::Day day) {
  const Sentence asked = word_of(day);
  const Sentence first = word_of(load.days.first);
  const Sentence last = word_of(load.days.last);
  return {
      "lesson.load_over",
      {fmt::format("эта нагрузка действует с {} по {}, а урок — {}", first.ru, last.ru, asked.ru),
       fmt::format("this load lasts from {} to {}, the lesson is on {}", first.en, last.en,
                   asked.en)},
      {},
      {"урок записывают по той нагрузке, что действует в этот день",
       "a lesson is recorded under the load of its day"}};
}

bool lets_hold(const projections::Filed<events::SubstitutionOrdered>& order,
               const events::LessonHeld& fact) {
  return !order.is_void && order.fact.load == fact.load && order.fact.substitute == fact.teacher &&
         order.fact.first_day <= fact.day && fact.day <= order.fact.last_day;
}

Refusal no_substitution(const events::LessonHeld& fact, const SchoolNow& school) {
  const Sentence day = word_of(fact.day);
  Refusal refusal{"lesson.no_substitution",
                  {fmt::format("нагрузка № {} не ваша, а замена на {} в записи не названа",
                               fact.load.value, day.ru),
                   fmt::format("load {} is not yours, and the entry names no substitution for {}",
                               fact.load.value, day.en)},
                  school.clause("substitution", fact.day),
                  {"замену назначает завуч; она вносится в день урока",
                   "a deputy orders substitutions, on the lesson's day"}};
  for (const auto& order : school.directory().substitutions_of(fact.load)) {
    if (!lets_hold(order, fact)) continue;
    refusal.allowed = {
        fmt::format("назовите в записи замену № {}", order.fact.substitution.value),
        fmt::format("name substitution {} in the entry", order.fact.substitution.value)};
  }
  return refusal;
}

Outcome check_teacher(const events::LessonHeld& fact, const projections::LoadInfo& load,
                      const Act& act, const SchoolNow& school) {
  if (fact.teacher != act.author) {
    return Refusal{"lesson.not_yours",
                   {"урок записывает тот, кто его провёл: в записи назван другой учитель",
                    "whoever held a lesson records it: the entry names another teacher"},
                   school.clause("rights.basis", fact.day),
                   {"запишите урок от своего имени", "record the lesson in your own name"}};
  }
  if (!fact.substitution) {
    if (load.assigned.fact.teacher == fact.teacher) return Done{};
    return no_substitution(fact, school);
  }
  const auto order = school.directory().declared<events::SubstitutionOrdered>(*fact.substitution);
  if (order && lets_hold(*order, fact)) return Done{};
  const Sentence day = word_of(fact.day);
  return Refusal{"lesson.another_substitution",
                 {fmt::format("замена № {} — на другую нагрузку, другого учителя или не на {}",
                              fact.substitution->value, day.ru),
                  fmt::format("substitution {} is for another load, another teacher or not for {}",
                              fact.substitution->value, day.en)},
                 school.clause("substitution", fact.day),
                 {"назовите замену, по которой вы вели этот урок, или ни одной, если нагрузка ваша",
                  "name the substitution under which you held it, or none if the load is yours"}};
}

Outcome check_bell(const events::LessonHeld& fact, const projections::Place& place,
                   const SchoolNow& school) {
  const auto rings = [&](std::uint16_t ordinal) {
    return school.directory().bell(fact.day, ordinal, place.school_class).has_value();
  };
  const bool fits = fact.bell >= 1 && fact.bell <= kMostBells &&
                    (rings(fact.bell) || !rings(1));  // where none rings, none is asked for
  if (fits) return Done{};
  const Sentence day = word_of(fact.day);
  return Refusal{"lesson.bell",
                 {fmt::format("в расписании звонков на {} нет {}-го урока", day.ru, fact.bell),
                  fmt::format("on {} no bell rings for lesson {}", day.en, fact.bell)},
                 {},
                 {"проверьте номер урока", "check the lesson's bell"}};
}

// Another load's lesson gave way to this one at that bell.
bool timetable_was_changed(const events::LessonHeld& fact, const projections::Place& place,
                           const SchoolNow& school) {
  if (!place.school_class) return false;
  const auto& directory = school.directory();
  const auto loads = directory.loads_of(*place.school_class);
  return std::any_of(loads.begin(), loads.end(), [&](const projections::LoadInfo& load) {
    const auto changes = projections::valid_on<events::TimetableChanged>(
        directory, projections::Shelf::kLoadStory, {load.assigned.fact.load.value});
    return std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
      return change.fact.day == fact.day && change.fact.bell == fact.bell &&
             change.fact.replaced_by == fact.load;
    });
  });
}

Outcome check_school_day(const events::LessonHeld& fact, const projections::Place& place,
                         const SchoolNow& school) {
  if (!is_of_timetable(fact.kind)) return Done{};
  if (school.calendar().is_school_day(fact.day, school.grade_of(place, fact.day))) return Done{};
  if (timetable_was_changed(fact, place, school)) return Done{};
  const Sentence day = word_of(fact.day);
  return Refusal{
      "lesson.day_off",
      {fmt::format("{} — не учебный день", day.ru), fmt::format("{} is not a school day", day.en)},
      {},
      {"если день перенесён приказом, его объявляют рабочим в календаре; если урок "
       "перенесён, завуч меняет расписание",
       "a day moved by an order is declared a working day; a moved lesson needs a "
       "change of the timetable by a deputy"}};
}

const projections::LessonRecord* held_at(const std::vector<projections::LessonRecord>& lessons,
                                         events::LoadNumber load, std::uint16_t bell) {
  const auto at = std::find_if(lessons.begin(), lessons.end(), [&](const auto& one) {
    return one.load == load && one.bell == bell && !one.withdrawn && !one.is_void;
  });
  return at == lessons.end() ? nullptr : &*at;
}

}  // namespace

Outcome check(const events::LessonHeld& fact, const Act& act, const SchoolNow& school) {
  const auto load = school.directory().load(fact.load);
  if (!load || load->assigned.is_void || !load->days.holds(fact.day)) {
    return load_over(load.value_or(projections::LoadInfo{}), fact.day);
  }
  if (auto yours = check_teacher(fact, *load, act, school); !yours) return yours;
  const projections::Place& place = load->place;
  if (auto journal = check_journal(fact, place, school); !journal) return journal;
  if (auto open = check_open({fact.day, place, std::nullopt}, kLookedFor, act, school); !open) {
    return open;
  }
  if (auto bell = check_bell(fact, place, school); !bell) return bell;
  if (auto day = check_school_day(fact, place, school); !day) return day;
  const auto lessons = lessons_on(place, fact.day, school.views(), school.directory());
  const auto* other = held_at(lessons, fact.load, fact.bell);
  if (other == nullptr) return Done{};
  const Sentence by = stamp_words(other->held, school);
  return Refusal{
      "lesson.held_already",
      {fmt::format("этот урок уже записан: № {} ({})", other->lesson.value, by.ru),
       fmt::format("this lesson is recorded already: {} ({})", other->lesson.value, by.en)},
      {},
      {"дополните записанный урок или отзовите его", "add to the recorded lesson, or withdraw it"}};
}

Outcome check(const events::LessonCancelled& fact, const Act&, const SchoolNow& school) {
  const auto load = school.directory().load(fact.load);
  if (!load || !load->days.holds(fact.day)) {
    return load_over(load.value_or(projections::LoadInfo{}), fact.day);
  }
  const auto lessons = lessons_on(load->place, fact.day, school.views(), school.directory());
  const auto* held = held_at(lessons, fact.load, fact.bell);
  if (held == nullptr) return check_missed({fact.load, fact.day, fact.bell}, school);
  return Refusal{"lesson.was_held",
                 {fmt::format("этот урок проведён и записан: № {}", held->lesson.value),
                  fmt::format("this lesson was held and is recorded: {}", held->lesson.value)},
                 {},
                 {"записанный по ошибке урок отзывает учитель",
                  "its teacher withdraws a lesson recorded in error"}};
}

Outcome check(const events::LessonWithdrawn& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto stands = check_stands(lesson); !stands) return stands;
  const Spot spot{fact.day, lesson.place, std::nullopt};
  if (auto open = check_open(spot, kLookedFor, act, school); !open) return open;
  const std::size_t marks = marks_in(lesson, std::nullopt, school);
  if (marks == 0) return Done{};
  return Refusal{"lesson.marked",
                 {fmt::format("в уроке № {} стоят отметки ({})", fact.lesson.value, marks),
                  fmt::format("marks stand in lesson {} ({})", fact.lesson.value, marks)},
                 {},
                 {"сначала отзовите отметки с указанием причины",
                  "first withdraw the marks, each with its reason"}};
}

Outcome check(const events::SubstitutionSigned& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto stands = check_stands(lesson); !stands) return stands;
  if (lesson.record.teacher != act.author || lesson.record.substitution != fact.substitution) {
    return Refusal{"substitution.not_yours",
                   {"расписаться за замену может тот, кто провёл по ней этот урок",
                    "whoever held this lesson under the substitution signs for it"},
                   school.clause("substitution", lesson.record.day)};
  }
  const auto signatures = projections::valid_on<events::SubstitutionSigned>(
      school.directory(), projections::Shelf::kLessonStory, {fact.lesson.value});
  if (signatures.empty()) return Done{};
  return Refusal{"substitution.signed",
                 {fmt::format("за урок № {} уже расписались", fact.lesson.value),
                  fmt::format("lesson {} is signed for already", fact.lesson.value)},
                 school.clause("substitution", lesson.record.day)};
}

Outcome check_stands(const LessonNow& lesson) {
  const std::uint32_t number = lesson.record.lesson.value;
  const Sentence again{"запишите урок заново и ведите записи в нём",
                       "record the lesson anew and make the entries there"};
  if (lesson.record.is_void) {
    return Refusal{"lesson.void",
                   {fmt::format("урок № {} записан недействительным ключом", number),
                    fmt::format("lesson {} was recorded with a key that was void", number)},
                   {},
                   again};
  }
  if (!lesson.record.withdrawn) return Done{};
  return Refusal{"lesson.withdrawn",
                 {fmt::format("урок № {} отозван: записей в нём больше не делают", number),
                  fmt::format("lesson {} was withdrawn: no entries are made in it", number)},
                 {},
                 again};
}

std::size_t marks_in(const LessonNow& lesson, std::optional<std::uint16_t> work,
                     const SchoolNow& school) {
  projections::JournalQuery query;
  query.school_class = lesson.place.school_class;
  query.subject = lesson.place.subject;
  query.group = lesson.place.group;
  query.first = lesson.record.day;
  query.last = lesson.record.day;
  std::size_t count = 0;
  for (const auto& draft : projections::read_lessons(school.views(), school.directory(), query)) {
    if (draft.record.lesson != lesson.record.lesson) continue;
    for (const auto& cell : draft.cells) {
      const auto marks = projections::resolve_marks(cell.steps);
      count += static_cast<std::size_t>(
          std::count_if(marks.begin(), marks.end(), [&](const projections::Mark& mark) {
            return mark.value && (!work || mark.work == *work);
          }));
    }
  }
  return count;
}

}  // namespace letopis::rules

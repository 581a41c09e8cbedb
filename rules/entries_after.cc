#include "rules/entries_after.h"

#include <fmt/format.h>

#include <algorithm>

#include "projections/diary_page.h"
#include "regulations/civil_day.h"

namespace letopis::rules {
namespace {

struct Entry {
  events::Day day;
  events::SubjectNumber subject;
  events::LessonNumber lesson;
};

bool is_entered(const projections::DiaryLesson& lesson) {
  return lesson.presence || std::any_of(lesson.marks.begin(), lesson.marks.end(),
                                        [](const auto& mark) { return mark.value.has_value(); });
}

bool is_meant(const projections::Place& place, const NoLongerThere& where) {
  if (where.school_class && place.school_class != where.school_class) return false;
  return !where.group || place.group == where.group;
}

std::optional<Entry> first_in_log(const NoLongerThere& where, const SchoolNow& school) {
  const projections::DiaryQuery query{where.pupil, where.from, projections::kNoEnd};
  for (const auto& day : projections::diary_days(school.views(), query)) {
    for (const auto& lesson : day.lessons) {
      const projections::Place place{lesson.school_class, lesson.subject, lesson.record.group};
      if (!is_entered(lesson) || !is_meant(place, where)) continue;
      return Entry{day.day, lesson.subject, lesson.record.lesson};
    }
  }
  return std::nullopt;
}

std::optional<Entry> first_in_command(const NoLongerThere& where, const Act& act,
                                      const SchoolNow& school) {
  std::optional<Entry> found;
  const auto look = [&](const auto& fact) {
    if (fact.pupil != where.pupil || fact.day < where.from) return false;
    const auto place = projections::place_of(school.views(), fact.lesson);
    if (!is_meant(place, where)) return false;
    found = Entry{fact.day, place.subject, fact.lesson};
    return true;
  };
  if (!act.beside<events::MarkGiven>(look)) act.beside<events::AbsenceNoted>(look);
  return found;
}

}  // namespace

Outcome check_no_entries(const NoLongerThere& where, const Act& act, const SchoolNow& school) {
  auto entry = first_in_log(where, school);
  if (!entry) entry = first_in_command(where, act, school);
  if (!entry) return Done{};
  const auto subject = school.directory().declared<events::SubjectRegistered>(entry->subject);
  const std::string name = subject ? subject->fact.name : std::to_string(entry->subject.value);
  return Refusal{
      "movement.marks_after",
      {fmt::format(
           "у ученика № {} стоит запись в уроке {} ({}, урок № {}): с {} его бы там не было",
           where.pupil.value, regulations::russian(entry->day), name, entry->lesson.value,
           regulations::russian(where.from)),
       fmt::format(
           "pupil {} has an entry in the lesson of {} ({}, lesson {}), where there would be "
           "no such pupil from {}",
           where.pupil.value, regulations::iso(entry->day), name, entry->lesson.value,
           regulations::iso(where.from))},
      {},
      {"укажите день позже последней записи; ошибочную запись снимает учитель, который её сделал",
       "name a day after the last entry; a wrong entry is withdrawn by the teacher who made it"}};
}

}  // namespace letopis::rules

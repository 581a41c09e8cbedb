#include "rules/presence_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/cell.h"
#include "rules/content_rules.h"
#include "rules/journal_words.h"
#include "rules/lesson_rules.h"
#include "rules/locks.h"
#include "rules/standing.h"

namespace letopis::rules {
namespace {

Outcome check_order_of(events::Day first, events::Day last) {
  if (first <= last) return Done{};
  const Sentence from = word_of(first);
  const Sentence to = word_of(last);
  return Refusal{"days.order",
                 {fmt::format("первый день ({}) позже последнего ({})", from.ru, to.ru),
                  fmt::format("the first day ({}) is after the last ({})", from.en, to.en)}};
}

// A day that may still come, but lies in a year that is open.
Outcome check_year(events::Day day, const SchoolNow& school) {
  const YearNow* year = school.year_of(day);
  if (year != nullptr && !year->closed) return Done{};
  return check_day(std::min(day, school.today()), school);
}

unsigned length_of(const LessonNow& lesson, const SchoolNow& school) {
  const auto bell =
      school.directory().bell(lesson.record.day, lesson.record.bell, lesson.place.school_class);
  return bell ? bell->end_minute - bell->start_minute : kUsualLessonMinutes;
}

Outcome check_minutes(const events::AbsenceNoted& fact, const LessonNow& lesson,
                      const SchoolNow& school) {
  if (fact.kind == events::AbsenceKind::kAbsent) {
    if (fact.minutes == 0) return Done{};
    return Refusal{"absence.minutes",
                   {"у отсутствия нет минут: они бывают у опоздания",
                    "an absence has no minutes: being late has"}};
  }
  const unsigned length = length_of(lesson, school);
  if (1 <= fact.minutes && fact.minutes <= length) return Done{};
  return Refusal{
      "absence.minutes",
      {fmt::format("опоздание на {} мин., а урок длился {}", fact.minutes, length),
       fmt::format("late by {} minutes, and the lesson lasted {}", fact.minutes, length)},
      {},
      {fmt::format("от 1 до {} минут, либо отсутствие", length),
       fmt::format("1 to {} minutes, or an absence", length)}};
}

Outcome check_nothing_noted(const events::AbsenceNoted& fact, const Act& act,
                            const SchoolNow& school) {
  if (act.version == 1U) return Done{};  // the first fact of this cell
  const Cell cell = read_cell(school, fact.lesson, fact.pupil);
  if (!cell.presence) return Done{};
  const Sentence now = words_of(cell, school);
  return Refusal{
      "absence.noted",
      {fmt::format("ученику № {} на этом уроке уже отмечено: {}", fact.pupil.value, now.ru),
       fmt::format("pupil {} is noted already: {}", fact.pupil.value, now.en)},
      {},
      {"прежнюю запись сначала отзовите", "withdraw the earlier note first"}};
}

}  // namespace

Outcome check(const events::AbsenceNoted& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto stands = check_stands(lesson); !stands) return stands;
  const Spot spot{fact.day, lesson.place, fact.pupil};
  if (auto open = check_open(spot, kLookedFor, act, school); !open) return open;
  if (auto there = check_there(fact.pupil, lesson, school); !there) return there;
  if (auto minutes = check_minutes(fact, lesson, school); !minutes) return minutes;
  return check_nothing_noted(fact, act, school);
}

Outcome check(const events::AbsenceWithdrawn& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  const Spot spot{fact.day, lesson.place, fact.pupil};
  if (auto open = check_open(spot, kLookedFor, act, school); !open) return open;
  if (read_cell(school, fact.lesson, fact.pupil).presence) return Done{};
  return Refusal{"absence.none",
                 {fmt::format("ученику № {} на этом уроке ничего не отмечено", fact.pupil.value),
                  fmt::format("nothing is noted of pupil {} in this lesson", fact.pupil.value)}};
}

Outcome check(const events::AbsenceExplained& fact, const Act&, const SchoolNow& school) {
  if (auto order = check_order_of(fact.first_day, fact.last_day); !order) return order;
  for (const events::Day day : {fact.first_day, fact.last_day}) {
    if (auto year = check_year(day, school); !year) return year;
  }
  const auto& stays = school.classes_of(fact.pupil);
  const bool there = std::any_of(stays.begin(), stays.end(), [&](const auto& stay) {
    return stay.school_class == fact.school_class &&
           projections::meets(stay.days, {fact.first_day, fact.last_day});
  });
  if (there) return Done{};
  const std::string name = name_of(fact.school_class, fact.first_day, school);
  return Refusal{
      "pupil.not_there",
      {fmt::format("в эти дни ученик № {} не был в классе {}", fact.pupil.value, name),
       fmt::format("pupil {} was not in class {} on these days", fact.pupil.value, name)}};
}

Outcome check(const events::AttendanceReviewed& fact, const Act&, const SchoolNow& school) {
  if (auto order = check_order_of(fact.first_day, fact.last_day); !order) return order;
  if (auto first = check_day(fact.first_day, school); !first) return first;
  return check_day(fact.last_day, school);
}

}  // namespace letopis::rules

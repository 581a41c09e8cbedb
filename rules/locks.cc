#include "rules/locks.h"

#include <fmt/format.h>

#include <algorithm>

#include "projections/journal_page.h"
#include "regulations/journal_terms.h"
#include "rules/cell.h"
#include "rules/journal_words.h"

namespace letopis::rules {
namespace {

const Sentence kAskPermission{
    "попросите директора или завуча дать разрешение (по приказу) на этот класс, предмет и день; "
    "в записи отметки назовите его",
    "ask the director or a deputy for a permission (by an order) for this class, subject and day; "
    "an entry of a mark names it"};

Outcome check_named(const Spot& spot, events::PermissionNumber number, const Act& act,
                    const SchoolNow& school) {
  if (covers(number, act.author, spot.place, spot.day, school)) return Done{};
  return Refusal{
      "permission.not_covering",
      {fmt::format("разрешение № {} не подходит: оно на другого учителя, класс, предмет или день, "
                   "либо уже не действует",
                   number.value),
       fmt::format("permission {} does not cover this: it is for another teacher, class, subject "
                   "or day, or no longer in force",
                   number.value)},
      {},
      kAskPermission};
}

bool is_lifted(const Spot& spot, const Ground& ground, const Act& act, const SchoolNow& school) {
  if (ground.is_named) return ground.permission.has_value();
  return permission_for(act.author, spot.place, spot.day, school).has_value();
}

Refusal closed(const events::PeriodDeclared& period, const Spot& spot, const SchoolNow& school) {
  const Sentence word = word_of(period);
  const std::string of = name_of(*spot.place.school_class, spot.day, school);
  const auto* lock = school.parameter("lock.after_period_marks", spot.day);
  return {"period.closed",
          {fmt::format("период «{}» для класса {} закрыт: записи за {} больше не меняются", word.ru,
                       of, word_of(spot.day).ru),
           fmt::format("{} is closed for class {}: entries about {} no longer change", word.en, of,
                       word_of(spot.day).en)},
          lock != nullptr && lock->value == "yes" ? lock->clause : std::string(),
          {kAskPermission.ru + "; директор может и снова открыть период",
           kAskPermission.en + "; or the director reopens the period"}};
}

Refusal marked(const events::PeriodDeclared& period, const Spot& spot, const SchoolNow& school) {
  const Sentence word = word_of(period);
  const Sentence day = word_of(spot.day);
  const auto* lock = school.parameter("lock.after_period_marks", spot.day);
  const Sentence whose = spot.pupil ? Sentence{fmt::format("ученику № {} ", spot.pupil->value),
                                               fmt::format("pupil {} has", spot.pupil->value)}
                                    : Sentence{"всем ученикам ", "all pupils have"};
  return {"period.marked",
          {fmt::format("итоговая отметка ({}) {}уже выставлена: журнал за {} закрыт для учителя",
                       word.ru, whose.ru, day.ru),
           fmt::format("{} the mark of the period ({}): the journal for {} is closed to the "
                       "teacher",
                       whose.en, word.en, day.en)},
          lock->clause,
          kAskPermission};
}

events::ResultKind result_of(const events::PeriodDeclared& period) {
  return period.kind == events::PeriodKind::kYear ? events::ResultKind::kYear
                                                  : events::ResultKind::kPeriod;
}

bool mark_stands(const projections::PeriodCell& cell, const SchoolNow& school) {
  if (school.has_no_results(cell)) return false;
  const auto marks =
      projections::resolve_marks(projections::period_mark_history(school.views(), cell));
  return !marks.empty() && marks.front().value.has_value();
}

// A pupil who changed classes has the mark in one of them.
bool has_mark(events::PersonNumber pupil, const events::PeriodDeclared& period,
              const projections::Place& place, const SchoolNow& school) {
  projections::PeriodCell cell{pupil, *place.school_class, place.subject, period.period,
                               result_of(period)};
  if (mark_stands(cell, school)) return true;
  const auto& stays = school.classes_of(pupil);
  return std::any_of(stays.begin(), stays.end(), [&](const projections::ClassStay& stay) {
    cell.school_class = stay.school_class;
    return stay.school_class != *place.school_class &&
           projections::meets(stay.days, {period.first_day, period.last_day}) &&
           mark_stands(cell, school);
  });
}

// Those who were in the lesson and did not leave before the period was over.
bool everyone_has_mark(const Spot& spot, const events::PeriodDeclared& period,
                       const SchoolNow& school) {
  const projections::PeriodCell of_class{
      {}, *spot.place.school_class, spot.place.subject, period.period, result_of(period)};
  if (school.has_no_results(of_class)) return false;
  const events::Day end = std::min(period.last_day, school.today());
  const auto members =
      spot.place.group ? school.directory().pupils_of(*spot.place.group, spot.day, spot.day)
                       : school.directory().pupils_of(*spot.place.school_class, spot.day, spot.day);
  unsigned asked = 0;
  for (const projections::Member& member : members) {
    if (!projections::holds(member.days, end)) continue;
    ++asked;
    if (!has_mark(member.pupil, period, spot.place, school)) return false;
  }
  return asked > 0;
}

bool is_marked(const Spot& spot, const events::PeriodDeclared& period, const SchoolNow& school) {
  if (!regulations::locks_after_period_marks(school.parameters(spot.day))) return false;
  return spot.pupil ? has_mark(*spot.pupil, period, spot.place, school)
                    : everyone_has_mark(spot, period, school);
}

bool is_about(const events::PeriodDeclared& period, events::Day day, unsigned grade) {
  return period.first_day <= day && day <= period.last_day && period.first_grade <= grade &&
         grade <= period.last_grade;
}

}  // namespace

Spot with_class(const Spot& spot, const SchoolNow& school) {
  Spot whole = spot;
  if (!whole.place.school_class && whole.pupil) {
    whole.place.school_class = school.class_of(*whole.pupil, whole.day);
  }
  return whole;
}

Outcome check_day(events::Day day, const SchoolNow& school) {
  const Sentence word = word_of(day);
  if (school.today() < day) {
    const Sentence today = word_of(school.today());
    return Refusal{
        "day.future",
        {fmt::format("{} ещё не наступило: сегодня {}", word.ru, today.ru),
         fmt::format("{} is still to come: today is {}", word.en, today.en)},
        {},
        {"запись делают в этот день или после него", "the entry is made on that day or after it"}};
  }
  const YearNow* year = school.year_of(day);
  if (year == nullptr) {
    return Refusal{"day.no_year",
                   {fmt::format("{} не входит ни в один учебный год", word.ru),
                    fmt::format("{} lies in no academic year", word.en)},
                   {},
                   {"сначала открывают учебный год", "the academic year is opened first"}};
  }
  if (!year->closed) return Done{};
  return Refusal{
      "year.closed",
      {fmt::format("учебный год, в который входит {}, закрыт: в нём ничего не меняется", word.ru),
       fmt::format("the academic year of {} is closed: nothing in it changes", word.en)},
      school.clause("year.close.by", day)};
}

Outcome check_open(const Spot& spot, const Ground& ground, const Act& act,
                   const SchoolNow& school) {
  if (auto open = check_day(spot.day, school); !open) return open;
  const Spot whole = with_class(spot, school);
  if (ground.permission) {
    if (auto fits = check_named(whole, *ground.permission, act, school); !fits) return fits;
  }
  const auto grade = school.grade_of(whole.place, whole.day);
  if (!grade) return Done{};
  for (const events::PeriodDeclared& period : school.year_of(spot.day)->periods) {
    if (!is_about(period, whole.day, *grade)) continue;
    if (school.period_closed(*whole.place.school_class, period.period)) {
      if (!is_lifted(whole, ground, act, school)) return closed(period, whole, school);
    } else if (is_marked(whole, period, school) && !is_lifted(whole, ground, act, school)) {
      return marked(period, whole, school);
    }
  }
  return Done{};
}

Outcome check_result_open(events::ResultKind kind, const events::PeriodDeclared& period,
                          const Spot& spot, const Ground& ground, const Act& act,
                          const SchoolNow& school) {
  if (ground.permission) {
    if (auto fits = check_named(spot, *ground.permission, act, school); !fits) return fits;
  }
  const YearNow* year = school.year_of(period.last_day);
  if (year != nullptr && year->closed) return check_day(period.first_day, school);
  if (kind == events::ResultKind::kExam || kind == events::ResultKind::kFinal) return Done{};
  if (!school.period_closed(*spot.place.school_class, period.period)) return Done{};
  if (is_lifted(spot, ground, act, school)) return Done{};
  return closed(period, spot, school);
}

}  // namespace letopis::rules

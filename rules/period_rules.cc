#include "rules/period_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "projections/journal_page.h"
#include "regulations/parameters.h"
#include "rules/dispute_rules.h"
#include "rules/journal_words.h"
#include "rules/locks.h"
#include "rules/mark_rules.h"
#include "rules/own_journal.h"
#include "rules/standing.h"

namespace letopis::rules {
namespace {

events::PeriodDeclared period_of(events::PeriodNumber number, const SchoolNow& school) {
  return school.directory().declared<events::PeriodDeclared>(number)->fact;  // numbers.h saw it
}

template <class Fact>
Spot spot_of(const Fact& fact, const events::PeriodDeclared& period) {
  return {period.last_day, {fact.school_class, fact.subject, std::nullopt}, fact.pupil};
}

template <class Fact>
std::optional<events::MarkValue> value_of(const Fact& fact, const SchoolNow& school) {
  const auto marks = projections::resolve_marks(projections::period_mark_history(
      school.views(), {fact.pupil, fact.school_class, fact.subject, fact.period, fact.kind}));
  return marks.empty() ? std::nullopt : marks.front().value;
}

Outcome check_kind(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period) {
  const bool of_year = period.kind == events::PeriodKind::kYear;
  if (of_year == (fact.kind != events::ResultKind::kPeriod)) return Done{};
  const Sentence word = word_of(period);
  return Refusal{
      "period.kind",
      {fmt::format("такой отметки у периода «{}» не бывает", word.ru),
       fmt::format("{} has no mark of that kind", word.en)},
      {},
      {"годовая, экзаменационная и итоговая — у года, остальные — у четверти и полугодия",
       "year, exam and final marks are the year's, others a quarter's or half-year's"}};
}

Outcome check_grade(events::ClassNumber school_class, const events::PeriodDeclared& period,
                    const SchoolNow& school) {
  const auto& info = school.class_info(school_class, period.last_day);
  if (info && period.first_grade <= info->grade && info->grade <= period.last_grade) return Done{};
  const Sentence word = word_of(period);
  const std::string name = name_of(school_class, period.last_day, school);
  return Refusal{"period.other_grades",
                 {fmt::format("«{}» — для {}–{} классов, а не для {}", word.ru, period.first_grade,
                              period.last_grade, name),
                  fmt::format("{} is of grades {} to {}, not of {}", word.en, period.first_grade,
                              period.last_grade, name)}};
}

// The day from which a result can be told: a year's once its last period has begun.
events::Day first_day_for(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period,
                          const SchoolNow& school) {
  const YearNow* year = school.year_of(period.last_day);
  const auto& info = school.class_info(fact.school_class, period.last_day);
  if (fact.kind == events::ResultKind::kPeriod || year == nullptr || !info) return period.first_day;
  events::Day latest = period.first_day;
  for (const events::PeriodDeclared& one : year->periods) {
    const bool of_grade = one.first_grade <= info->grade && info->grade <= one.last_grade;
    if (one.kind != events::PeriodKind::kYear && of_grade) latest = std::max(latest, one.first_day);
  }
  return latest;
}

Outcome check_begun(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period,
                    const SchoolNow& school) {
  const events::Day first = first_day_for(fact, period, school);
  if (first <= school.today()) return Done{};
  const Sentence word = word_of(period);
  const Sentence day = word_of(first);
  return Refusal{"period.not_begun",
                 {fmt::format("итог («{}») подводят не раньше {}", word.ru, day.ru),
                  fmt::format("the result of {} is not told before {}", word.en, day.en)},
                 school.clause(regulations::kPeriodMarksDue, period.last_day)};
}

Outcome check_was_there(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period,
                        const SchoolNow& school) {
  const auto& stays = school.classes_of(fact.pupil);
  const bool there = std::any_of(stays.begin(), stays.end(), [&](const auto& stay) {
    return stay.school_class == fact.school_class &&
           projections::meets(stay.days, {period.first_day, period.last_day});
  });
  if (there) return Done{};
  const Sentence word = word_of(period);
  const std::string name = name_of(fact.school_class, period.last_day, school);
  return Refusal{
      "pupil.not_there",
      {fmt::format("ученик № {} в этот период («{}») не был в классе {}", fact.pupil.value, word.ru,
                   name),
       fmt::format("pupil {} was not in class {} in {}", fact.pupil.value, name, word.en)}};
}

// "by_order": a director's order says when the marks are given (R1/A5 №10).
Outcome check_order(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period,
                    const SchoolNow& school) {
  if (fact.order) return Done{};
  const auto* due = school.parameter(regulations::kPeriodMarksDue, period.last_day);
  if (due == nullptr || due->value != "by_order") return Done{};
  return Refusal{"period_mark.no_order",
                 {"итоговые отметки выставляют по приказу директора, а он не назван",
                  "period marks are given by the director's order, and none is named"},
                 due->clause,
                 {"назовите номер и день приказа", "name the order's number and day"}};
}

Outcome check_once(const events::PeriodMarkGiven& fact, const Act& act, const SchoolNow& school) {
  if (act.version == 1U) return Done{};  // the first fact of this mark
  if (!value_of(fact, school)) return Done{};
  const auto now = standing(events::Fact{fact}, school);
  return Refusal{"period_mark.stands",
                 {fmt::format("эта отметка уже выставлена. Сейчас: {}", now->ru),
                  fmt::format("this mark is given already. Now: {}", now->en)},
                 {},
                 {"её можно исправить, назвав причину", "it may be corrected, with the reason"}};
}

template <class Fact>
Outcome check_stands(const Fact& fact, const std::optional<events::MarkValue>& value) {
  if (value) return Done{};
  return Refusal{"period_mark.not_standing",
                 {fmt::format("у ученика № {} такой отметки нет", fact.pupil.value),
                  fmt::format("pupil {} has no such mark", fact.pupil.value)},
                 {},
                 {"выставьте её", "give it"}};
}

// A dispute is about a mark of a lesson; what follows for the period is the pupil's all the same.
Outcome check_dispute(const events::PeriodMarkCorrected& fact, const SchoolNow& school) {
  if (!fact.dispute) return Done{};
  const auto raised = school.directory().declared<events::DisputeRaised>(*fact.dispute);
  const bool fits =
      raised && !raised->is_void && raised->fact.pupil == fact.pupil &&
      projections::place_of(school.views(), raised->fact.lesson).subject == fact.subject;
  if (fits) return Done{};
  return Refusal{
      "dispute.of_another_mark",
      {fmt::format("обращение № {} — о другом ученике или предмете", fact.dispute->value),
       fmt::format("dispute {} is about another pupil or subject", fact.dispute->value)}};
}

}  // namespace

Outcome check(const events::PeriodMarkGiven& fact, const Act& act, const SchoolNow& school) {
  const auto period = period_of(fact.period, school);
  if (auto kind = check_kind(fact, period); !kind) return kind;
  if (auto grade = check_grade(fact.school_class, period, school); !grade) return grade;
  if (auto begun = check_begun(fact, period, school); !begun) return begun;
  if (auto there = check_was_there(fact, period, school); !there) return there;
  const Spot spot = spot_of(fact, period);
  if (auto marks = check_grade_has_marks(spot.place, period.last_day, school); !marks) return marks;
  if (auto once = check_once(fact, act, school); !once) return once;
  if (auto order = check_order(fact, period, school); !order) return order;
  if (auto journal = check_journal(fact, period, act, school); !journal) return journal;
  return check_result_open(fact.kind, period, spot, kLookedFor, act, school);
}

Outcome check(const events::PeriodMarkCorrected& fact, const Act& act, const SchoolNow& school) {
  const auto value = value_of(fact, school);
  if (auto stands = check_stands(fact, value); !stands) return stands;
  if (*value == fact.value) {
    const Sentence word = word_of(fact.value);
    return Refusal{
        "mark.same",
        {fmt::format("уже стоит {}", word.ru), fmt::format("it is {} already", word.en)}};
  }
  const bool has_ground = fact.dispute || fact.permission;
  if (auto ground = check_adjustment(fact.type, has_ground); !ground) return ground;
  if (auto dispute = check_dispute(fact, school); !dispute) return dispute;
  const auto period = period_of(fact.period, school);
  return check_result_open(fact.kind, period, spot_of(fact, period), named(fact.permission), act,
                           school);
}

Outcome check(const events::PeriodMarkWithdrawn& fact, const Act& act, const SchoolNow& school) {
  if (auto stands = check_stands(fact, value_of(fact, school)); !stands) return stands;
  const auto period = period_of(fact.period, school);
  return check_result_open(fact.kind, period, spot_of(fact, period), named(fact.permission), act,
                           school);
}

Outcome check(const events::PeriodClosed& fact, const Act&, const SchoolNow& school) {
  const auto period = period_of(fact.period, school);
  if (auto grade = check_grade(fact.school_class, period, school); !grade) return grade;
  const Sentence word = word_of(period);
  const std::string name = name_of(fact.school_class, period.last_day, school);
  if (school.period_closed(fact.school_class, fact.period)) {
    return Refusal{"period.closed",
                   {fmt::format("период «{}» для класса {} уже закрыт", word.ru, name),
                    fmt::format("{} is closed for class {} already", word.en, name)}};
  }
  if (school.today() < period.last_day) {
    const Sentence last = word_of(period.last_day);
    return Refusal{
        "period.not_over",
        {fmt::format("период «{}» длится до {}", word.ru, last.ru),
         fmt::format("{} lasts until {}", word.en, last.en)},
        {},
        {"его закрывают в последний день или позже", "it is closed on its last day or later"}};
  }
  return check_day(period.last_day, school);
}

Outcome check(const events::PeriodReopened& fact, const Act&, const SchoolNow& school) {
  const auto period = period_of(fact.period, school);
  if (!school.period_closed(fact.school_class, fact.period)) {
    const Sentence word = word_of(period);
    const std::string name = name_of(fact.school_class, period.last_day, school);
    return Refusal{"period.not_closed",
                   {fmt::format("период «{}» для класса {} не закрыт", word.ru, name),
                    fmt::format("{} is not closed for class {}", word.en, name)}};
  }
  return check_day(period.first_day, school);
}

}  // namespace letopis::rules

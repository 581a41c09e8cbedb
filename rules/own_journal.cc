#include "rules/own_journal.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"
#include "rules/journal_words.h"

namespace letopis::rules {
namespace {

using events::GroupKind;
using events::LessonKind;

// The kind of group whose journal takes these sessions alone; empty for lessons of any journal.
std::optional<GroupKind> journal_of(LessonKind kind) {
  if (kind == LessonKind::kPsychologist) return GroupKind::kPsychologist;
  if (kind == LessonKind::kExtracurricular) return GroupKind::kExtracurricular;
  return std::nullopt;
}

bool takes_sessions_alone(std::optional<GroupKind> kind) {
  return kind == GroupKind::kPsychologist || kind == GroupKind::kExtracurricular;
}

Sentence name_of(GroupKind kind) {
  if (kind == GroupKind::kPsychologist) {
    return {"журнал педагога-психолога", "the psychologist's journal"};
  }
  return {"журнал внеурочной деятельности", "the journal of extracurricular work"};
}

// The group in which the pupil is taught that subject at home in the period.
std::optional<events::GroupNumber> home_group(const events::PeriodMarkGiven& fact,
                                              const events::PeriodDeclared& period,
                                              const SchoolNow& school) {
  for (const projections::GroupStay& stay : school.groups_of(fact.pupil)) {
    if (!projections::meets(stay.days, {period.first_day, period.last_day})) continue;
    const auto formed = school.directory().declared<events::GroupFormed>(stay.group);
    if (!formed || formed->fact.kind != GroupKind::kHomeSchooling) continue;
    const bool of_subject = !formed->fact.subject || *formed->fact.subject == fact.subject;
    if (of_subject) return stay.group;
  }
  return std::nullopt;
}

// Which of the two journals of the subject the author keeps, or has kept as a substitute.
struct Keeps {
  bool of_class = false;
  bool of_home = false;
};

Keeps kept_by(events::PersonNumber author, const events::PeriodMarkGiven& fact,
              events::GroupNumber home, const SchoolNow& school) {
  const auto& directory = school.directory();
  auto loads = directory.loads_of(author);
  for (const auto& order : directory.substitutions_by(author)) {
    if (const auto load = directory.load(order.fact.load)) loads.push_back(*load);
  }
  Keeps keeps;
  for (const projections::LoadInfo& load : loads) {
    if (load.place.subject != fact.subject) continue;
    if (load.place.group == home) keeps.of_home = true;
    const auto kind = kind_of(load.place.group, directory);
    const bool of_class = load.place.school_class == fact.school_class;
    if (of_class && (!kind || !has_own_journal(*kind))) keeps.of_class = true;
  }
  return keeps;
}

}  // namespace

std::optional<GroupKind> kind_of(const std::optional<events::GroupNumber>& group,
                                 const projections::Directory& directory) {
  if (!group) return std::nullopt;
  const auto formed = directory.declared<events::GroupFormed>(*group);
  if (!formed) return std::nullopt;
  return formed->fact.kind;
}

bool has_own_journal(GroupKind kind) {
  return kind == GroupKind::kHomeSchooling || takes_sessions_alone(kind);
}

Outcome check_journal(const events::LessonHeld& fact, const projections::Place& place,
                      const SchoolNow& school) {
  const auto asked = journal_of(fact.kind);
  const auto kind = kind_of(place.group, school.directory());
  if (asked ? kind == asked : !takes_sessions_alone(kind)) return Done{};
  const Sentence journal = name_of(asked ? *asked : *kind);
  Refusal refusal{"lesson.another_journal", {}, {}, {}};
  if (asked) {
    refusal.says = {fmt::format("для такого занятия есть свой журнал: {}", journal.ru),
                    fmt::format("such a session has its own journal: {}", journal.en)};
    refusal.allowed = {"запишите занятие по нагрузке группы этого вида",
                       "record the session under the load of a group of that kind"};
    return refusal;
  }
  refusal.says = {fmt::format("здесь {}: других занятий в нём нет", journal.ru),
                  fmt::format("this is {}: no other lessons stand in it", journal.en)};
  refusal.allowed = {"урок записывают по нагрузке класса или учебной группы",
                     "a lesson is recorded under the load of a class or a study group"};
  return refusal;
}

Outcome check_journal(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period,
                      const Act& act, const SchoolNow& school) {
  const auto marks = regulations::home_schooling_marks(school.parameters(period.last_day));
  if (marks.in_class_journal && marks.in_own_journal) return Done{};
  const auto home = home_group(fact, period, school);
  if (!home) return Done{};
  const Keeps keeps = kept_by(act.author, fact, *home, school);
  if (marks.in_class_journal ? keeps.of_class : keeps.of_home) return Done{};
  const Sentence journal =
      marks.in_class_journal
          ? Sentence{"в классный журнал", "the class journal"}
          : Sentence{"в журнал домашнего обучения", "the journal of home schooling"};
  return Refusal{"period_mark.another_journal",
                 {fmt::format("ученик № {} учится на дому: итоговую отметку ставят {}",
                              fact.pupil.value, journal.ru),
                  fmt::format("pupil {} is taught at home: the result stands in {}",
                              fact.pupil.value, journal.en)},
                 marks.clause,
                 {"её ставит тот, кто ведёт этот журнал", "whoever keeps that journal gives it"}};
}

Outcome check_taught_at_home(const events::GroupJoined& fact, const SchoolNow& school) {
  const auto& directory = school.directory();
  if (kind_of(fact.group, directory) != GroupKind::kHomeSchooling) return Done{};
  bool at_home = false;
  for (const events::StudyFormSet& form : directory.study_forms_of(fact.pupil)) {
    const projections::Interval days{form.first_day, form.last_day.value_or(projections::kNoEnd)};
    if (!days.holds(fact.first_day)) continue;
    at_home = form.form == events::StudyForm::kHomeSchooling ||
              form.form == events::StudyForm::kIndividualPlan;
  }
  if (at_home) return Done{};
  return Refusal{"group.not_at_home",
                 {fmt::format("{} ученик № {} не учится ни на дому, ни по индивидуальному плану",
                              regulations::russian(fact.first_day), fact.pupil.value),
                  fmt::format("on {} pupil {} is taught neither at home nor by an individual plan",
                              regulations::iso(fact.first_day), fact.pupil.value)},
                 {},
                 {"сначала запишите форму обучения — по приказу",
                  "record the form of study first, by its order"}};
}

}  // namespace letopis::rules

#include "rules/teaching_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "projections/journal_page.h"
#include "regulations/civil_day.h"
#include "rules/class_rules.h"
#include "rules/day_rules.h"
#include "rules/journal_words.h"
#include "rules/order_rules.h"
#include "rules/own_journal.h"
#include "rules/year_rules.h"

namespace letopis::rules {
namespace {

using regulations::iso;
using regulations::russian;

// An appointment that has not ended by that day.
bool is_appointed(events::PersonNumber person, events::Role role, events::Day day,
                  const SchoolNow& school) {
  const auto& roles = school.roles_of(person);
  return std::any_of(roles.begin(), roles.end(), [&](const projections::RoleHeld& held) {
    return held.role == role && day <= held.days.last;
  });
}

// The psychologist's journal is kept by a psychologist alone, also in a substitution.
Outcome check_psychologist(events::PersonNumber person,
                           const std::optional<events::GroupNumber>& group, events::Day day,
                           const SchoolNow& school) {
  if (kind_of(group, school.directory()) != events::GroupKind::kPsychologist) return Done{};
  if (is_appointed(person, events::Role::kPsychologist, day, school)) return Done{};
  return Refusal{
      "load.not_psychologist",
      {fmt::format("группу психолога ведёт психолог, а человек № {} на {} им не назначен",
                   person.value, russian(day)),
       fmt::format("a psychologist's group is a psychologist's, and person {} is none on {}",
                   person.value, iso(day))},
      {},
      {"поручите группу педагогу-психологу", "give the group to a psychologist"}};
}

Outcome check_teacher(events::PersonNumber person, events::Day day, const SchoolNow& school) {
  for (const events::Role role : {events::Role::kTeacher, events::Role::kPsychologist}) {
    if (is_appointed(person, role, day, school)) return Done{};
  }
  return Refusal{
      "load.teacher",
      {fmt::format("человек № {} на {} не назначен учителем", person.value, russian(day)),
       fmt::format("person {} is not appointed a teacher on {}", person.value, iso(day))},
      {},
      {"сначала назначьте его учителем", "appoint the person a teacher first"}};
}

Outcome check_hours(std::uint16_t hours) {
  if (hours > 0 && hours <= kMostWeeklyHours) return Done{};
  return Refusal{"load.hours",
                 {fmt::format("столько часов в неделю не бывает: {:.2f}", hours / 100.0),
                  fmt::format("there are no such weekly hours: {:.2f}", hours / 100.0)},
                 {},
                 {"больше нуля и не больше сорока", "more than none, forty at most"}};
}

Outcome check_whom(const events::LoadAssigned& fact, const SchoolNow& school) {
  if (!fact.school_class && !fact.group) {
    return Refusal{"load.whom",
                   {"у нагрузки нет ни класса, ни группы", "the load has neither class nor group"}};
  }
  std::optional<events::ClassNumber> of = fact.school_class;
  if (fact.group) {
    const auto group = school.directory().declared<events::GroupFormed>(*fact.group);
    if (!of) of = group->fact.school_class;
    if (of != group->fact.school_class) {
      return Refusal{"load.whom",
                     {fmt::format("группа № {} не из этого класса", fact.group->value),
                      fmt::format("group {} is not of this class", fact.group->value)}};
    }
  }
  if (!of) return Done{};
  return check_class_open(*of, fact.first_day, school);
}

Outcome check_alone(const events::LoadAssigned& fact, const SchoolNow& school) {
  if (!fact.school_class) return Done{};
  const projections::Interval days{fact.first_day, fact.last_day};
  for (const auto& other : school.directory().loads_of(*fact.school_class)) {
    const auto& one = other.assigned.fact;
    if (one.subject != fact.subject || one.group != fact.group || !other.days.meets(days)) continue;
    const std::string name = name_of(*fact.school_class, fact.first_day, school);
    return Refusal{
        "load.twice",
        {fmt::format("этот предмет в классе {} уже ведёт человек № {} (нагрузка № {}) по {}", name,
                     one.teacher.value, one.load.value, russian(other.days.last)),
         fmt::format("person {} teaches this subject to class {} already (load {}), through {}",
                     one.teacher.value, name, one.load.value, iso(other.days.last))},
        {},
        {"разделите класс на группы или сначала закончите прежнюю нагрузку",
         "form groups, or end the earlier load first"}};
  }
  return Done{};
}

Outcome check_load_goes_on(const projections::LoadInfo& load, events::Day day) {
  if (day <= load.days.last) return Done{};
  return Refusal{
      "load.ended",
      {fmt::format("нагрузка № {} закончилась {}", load.assigned.fact.load.value,
                   russian(load.days.last)),
       fmt::format("load {} ended on {}", load.assigned.fact.load.value, iso(load.days.last))}};
}

}  // namespace

Outcome check(const events::CurriculumApproved& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_open(fact.year, school); !open) return open;
  if (fact.lines.empty()) {
    return Refusal{"curriculum.empty",
                   {"в учебном плане нет ни одной строки", "the curriculum has no line"}};
  }
  std::set<std::pair<std::uint16_t, events::SubjectNumber>> lines;
  for (const events::CurriculumLine& line : fact.lines) {
    const bool sane = line.grade >= 1 && line.grade <= kLastGrade && line.weekly_hours > 0 &&
                      line.weekly_hours <= kMostWeeklyHours;
    if (!sane) {
      return Refusal{"curriculum.line",
                     {fmt::format("такой строки в учебном плане не бывает: параллель {}, часов в "
                                  "неделю {:.2f}",
                                  line.grade, line.weekly_hours / 100.0),
                      fmt::format("a curriculum has no such line: grade {}, weekly hours {:.2f}",
                                  line.grade, line.weekly_hours / 100.0)}};
    }
    if (lines.emplace(line.grade, line.subject).second) continue;
    return Refusal{
        "curriculum.twice",
        {fmt::format("предмет № {} в параллели {} назван дважды", line.subject.value, line.grade),
         fmt::format("subject {} is named twice for grade {}", line.subject.value, line.grade)}};
  }
  return Done{};
}

Outcome check(const events::LoadsApproved& fact, const Act&, const SchoolNow& school) {
  return check_open(fact.year, school);
}

Outcome check(const events::LoadAssigned& fact, const Act&, const SchoolNow& school) {
  auto in_year = check_in_open_year(fact.first_day, fact.last_day, school);
  if (!in_year) return in_year;
  if (auto whom = check_whom(fact, school); !whom) return whom;
  if (auto hours = check_hours(fact.weekly_hours); !hours) return hours;
  if (auto teacher = check_teacher(fact.teacher, fact.first_day, school); !teacher) return teacher;
  auto psychologist = check_psychologist(fact.teacher, fact.group, fact.first_day, school);
  if (!psychologist) return psychologist;
  return check_alone(fact, school);
}

Outcome check(const events::LoadEnded& fact, const Act&, const SchoolNow& school) {
  const auto load = school.directory().load(fact.load);
  if (auto goes_on = check_load_goes_on(*load, fact.last_day); !goes_on) return goes_on;
  if (auto open = check_days_open(fact.last_day, fact.last_day, school); !open) return open;
  projections::JournalQuery query{load->place.school_class, load->place.subject, load->place.group,
                                  regulations::plus_days(fact.last_day, 1), projections::kNoEnd};
  for (const auto& lesson : projections::journal_page(school.views(), query).columns) {
    if (lesson.load != fact.load || lesson.withdrawn || lesson.is_void) continue;
    return Refusal{"load.lessons_after",
                   {fmt::format("по этой нагрузке уже записан урок {} (№ {})", russian(lesson.day),
                                lesson.lesson.value),
                    fmt::format("a lesson of this load is recorded on {} ({})", iso(lesson.day),
                                lesson.lesson.value)},
                   {},
                   {"закончите нагрузку этим днём или позже", "end the load on that day or later"}};
  }
  return Done{};
}

Outcome check(const events::PlanAdopted& fact, const Act&, const SchoolNow& school) {
  if (auto said = check_said(fact.name, {"название плана", "name of the plan"}); !said) return said;
  const auto load = school.directory().load(fact.load);
  if (auto goes_on = check_load_goes_on(*load, school.today()); !goes_on) return goes_on;
  if (auto open = check_days_open(load->days.first, load->days.last, school); !open) return open;
  if (fact.topics.empty()) {
    return Refusal{"plan.empty",
                   {"в плане нет ни одной темы", "the plan has no topic"},
                   school.clause("plan.required")};
  }
  for (std::size_t i = 0; i < fact.topics.size(); ++i) {
    const events::PlanTopic& topic = fact.topics[i];
    if (auto said = check_said(topic.topic, {"тема", "topic"}); !said) {
      return Refusal{"plan.topic",
                     {fmt::format("в строке {} плана нет темы", i + 1),
                      fmt::format("line {} of the plan has no topic", i + 1)},
                     school.clause("plan.required")};
    }
    if (topic.hours > 0) continue;
    return Refusal{"plan.hours",
                   {fmt::format("в строке {} плана («{}») нет часов", i + 1, topic.topic),
                    fmt::format("line {} of the plan ({}) has no hours", i + 1, topic.topic)},
                   school.clause("plan.required")};
  }
  return Done{};
}

Outcome check(const events::SubstitutionOrdered& fact, const Act&, const SchoolNow& school) {
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  if (auto open = check_days_open(fact.first_day, fact.last_day, school); !open) return open;
  const auto load = school.directory().load(fact.load);
  if (load->assigned.fact.teacher == fact.substitute) {
    return Refusal{"substitution.same",
                   {fmt::format("человек № {} и так ведёт эту нагрузку", fact.substitute.value),
                    fmt::format("person {} has this load anyway", fact.substitute.value)}};
  }
  if (!load->days.meets({fact.first_day, fact.last_day})) {
    return Refusal{
        "substitution.outside",
        {fmt::format("нагрузка № {} идёт с {} по {}, замена в другие дни", fact.load.value,
                     russian(load->days.first), russian(load->days.last)),
         fmt::format("load {} is {} to {}, the substitution is on other days", fact.load.value,
                     iso(load->days.first), iso(load->days.last))}};
  }
  auto teacher = check_teacher(fact.substitute, fact.first_day, school);
  if (!teacher) return teacher;
  return check_psychologist(fact.substitute, load->place.group, fact.first_day, school);
}

}  // namespace letopis::rules

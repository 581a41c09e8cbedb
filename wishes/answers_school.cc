// The school itself: its regulation, classes, substitutions and people.
#include <algorithm>

#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/named_things.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

// Why a teacher is away is nothing for families.
bool is_of_staff(const Sight& sight) {
  const auto today = sight.school().today();
  const auto& roles = sight.school().roles_of(sight.reader());
  return std::any_of(roles.begin(), roles.end(), [today](const auto& held) {
    return held.days.holds(today) && held.role != events::Role::kPupil &&
           held.role != events::Role::kParent;
  });
}

json::object substitution_json(const events::SubstitutionOrdered& order, const Sight& sight) {
  json::object out{{"substitution", order.substitution.value},
                   {"substitute", order.substitute.value},
                   {"name", full_name(order.substitute, sight)},
                   {"from", regulations::iso(order.first_day)},
                   {"to", regulations::iso(order.last_day)}};
  if (is_of_staff(sight)) out["ground"] = events::word_of(order.ground);
  if (const auto load = sight.directory().load(order.load)) {
    out["teacher"] = load->assigned.fact.teacher.value;
    out["subject"] = subject_name(load->place.subject, sight);
    if (load->place.school_class) {
      out["class"] = class_name(*load->place.school_class, order.first_day, sight);
    }
  }
  return out;
}

// `directory`: as of the moment asked for.
json::object person_json(events::PersonNumber person, const projections::Directory& directory,
                         events::Day today, const Sight& sight) {
  json::object out{{"person", person.value}};
  if (const auto name = full_name(person, sight); !name.empty()) out["name"] = name;
  if (const auto login = sight.desk.logins.of(person)) out["login"] = *login;
  if (directory.erased(person)) out["erased"] = true;
  if (const auto own = directory.class_of(person, today)) {
    out["class"] = class_name(*own, today, sight);
  }
  json::array roles;
  for (const auto& held : directory.roles_of(person)) {
    if (!held.days.holds(today)) continue;
    json::object role{{"role", events::word_of(held.role)}};
    if (held.school_class) role["class"] = class_name(*held.school_class, today, sight);
    roles.push_back(std::move(role));
  }
  if (!roles.empty()) out["roles"] = std::move(roles);
  json::array children;
  for (const auto& link : directory.children_of(person)) {
    children.push_back(link.child.value);
  }
  if (!children.empty()) out["children"] = std::move(children);
  return out;
}

}  // namespace

Result<json::object> answer(const AskRegulation& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kRegulation, sight.reader(), {}, sight.school());
  if (!may) return may.refusal();
  const auto day = query.day.value_or(sight.school().today());
  json::array parameters;
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto in_force = directory.parameters().on(day);
  for (const auto& [key, parameter] : in_force.all()) {
    parameters.push_back(json::object{
        {"key", parameter.key}, {"value", parameter.value}, {"clause", parameter.clause}});
  }
  return json::object{{"day", regulations::iso(day)}, {"parameters", std::move(parameters)}};
}

Result<json::object> answer(const AskSubstitutions& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kSubstitutions, sight.reader(), {}, sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto last = directory.last_number(events::NumberKind::kSubstitution);
  json::array rows;
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto order =
        directory.declared<events::SubstitutionOrdered>(events::SubstitutionNumber{number});
    if (!order || order->is_void || order->fact.last_day < span->first ||
        span->last < order->fact.first_day) {
      continue;
    }
    rows.push_back(substitution_json(order->fact, sight));
  }
  return json::object{{"from", regulations::iso(span->first)},
                      {"to", regulations::iso(span->last)},
                      {"substitutions", std::move(rows)}};
}

Result<json::object> answer(const AskClasses& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kClasses, sight.reader(), {}, sight.school());
  if (!may) return may.refusal();
  const auto day = query.day.value_or(sight.school().today());
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  json::array classes;
  for (const auto& one : classes_on(day, sight.school().today(), directory)) {
    json::object out{{"school_class", one.number.value},
                     {"name", one.name()},
                     {"grade", one.grade},
                     {"pupils", directory.pupils_of(one.number, day, day).size()}};
    for (const auto& held : directory.roles_in(one.number)) {
      if (held.role != events::Role::kClassTeacher || !held.days.holds(day)) continue;
      out["class_teacher"] = held.person.value;
      out["class_teacher_name"] = full_name(held.person, sight);
    }
    classes.push_back(std::move(out));
  }
  return json::object{{"day", regulations::iso(day)}, {"classes", std::move(classes)}};
}

Result<json::object> answer(const AskPeople& query, const Sight& sight) {
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto today = query.as_of ? sight.school().day_of(*query.as_of) : sight.school().today();
  const auto last = directory.last_number(events::NumberKind::kPerson);
  json::array people;
  std::optional<Refusal> why_not;
  for (std::uint32_t number = 1; number <= last; ++number) {
    rules::Concern concern;
    concern.person = events::PersonNumber{number};
    if (query.school_class && directory.class_of(*concern.person, today) != query.school_class) {
      continue;
    }
    const auto may = rules::may_read(rules::View::kPerson, sight.reader(), concern, sight.school());
    if (may) {
      people.push_back(person_json(*concern.person, directory, today, sight));
    } else {
      why_not = may.refusal();
    }
  }
  if (people.empty() && why_not) return *why_not;
  return json::object{{"people", std::move(people)}};
}

}  // namespace letopis::wishes

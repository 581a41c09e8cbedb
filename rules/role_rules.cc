#include "rules/role_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/role_list.h"
#include "rules/access.h"
#include "rules/class_rules.h"
#include "rules/journal_words.h"
#include "rules/order_rules.h"
#include "rules/people_rules.h"
#include "rules/role_words.h"

namespace letopis::rules {
namespace {

using events::Role;
using regulations::iso;
using regulations::russian;

bool is_given_by_administrator(Role role) {
  return role == Role::kTeacher || role == Role::kPsychologist || role == Role::kClassTeacher;
}

bool names(const events::Parameter& parameter, Role role) {
  const auto roles = regulations::parse_roles(parameter.value);
  INVARIANT(roles.has_value());  // no other value was ever admitted
  return std::find(roles->begin(), roles->end(), role) != roles->end();
}

Outcome check_giver(Role role, const Act& act, const SchoolNow& school) {
  if (act.author.value == 0 && role == Role::kDirector) return Done{};
  if (act.author.value != 0 && is_given_by_administrator(role)) return Done{};
  if (act.author.value != 0 && has_role(act.author, Role::kDirector, school)) return Done{};
  const Sentence word = word_of(role, school);
  const auto* by_order = school.parameter("appointed_by_order", school.today());
  return Refusal{"role.by_director",
                 {fmt::format("на должность «{}» назначает директор", word.ru),
                  fmt::format("the director appoints a {}", word.en)},
                 by_order != nullptr && names(*by_order, role) ? by_order->clause : std::string()};
}

Outcome check_scope(const events::RoleGiven& fact, const SchoolNow& school) {
  const Sentence word = word_of(fact.role);
  if (fact.role == Role::kPupil || fact.role == Role::kParent) {
    return Refusal{"role.not_given",
                   {fmt::format("«{}» — не должность", word.ru),
                    fmt::format("{} is not an appointment", word.en)},
                   {},
                   {"учеником становятся по приказу о зачислении, родителем по связи с ребёнком",
                    "an enrolment makes a pupil, a link with a child a parent"}};
  }
  if (fact.school_class.has_value() != (fact.role == Role::kClassTeacher)) {
    return Refusal{
        "role.class",
        {fmt::format("«{}»: класс называют для классного руководителя, и только для него", word.ru),
         fmt::format("{}: a class is named for a class teacher, and for no other", word.en)}};
  }
  if (!fact.school_class) return Done{};
  return check_class_open(*fact.school_class, fact.first_day, school);
}

Outcome check_not_pupil(const events::RoleGiven& fact, const SchoolNow& school) {
  const auto of = school.directory().class_of(fact.person, fact.first_day);
  if (!of) return Done{};
  const std::string name = name_of(*of, fact.first_day, school);
  return Refusal{"role.pupil",
                 {fmt::format("человек № {} учится в классе {}", fact.person.value, name),
                  fmt::format("person {} is a pupil of class {}", fact.person.value, name)}};
}

template <class Fact>
const projections::RoleHeld* open_role(const std::vector<projections::RoleHeld>& held,
                                       const Fact& fact) {
  for (const auto& one : held) {
    const bool same = one.role == fact.role && one.school_class == fact.school_class &&
                      one.subject == fact.subject;
    if (same && one.days.last == projections::kNoEnd) return &one;
  }
  return nullptr;
}

}  // namespace

Outcome check(const events::RoleGiven& fact, const Act& act, const SchoolNow& school) {
  if (auto giver = check_giver(fact.role, act, school); !giver) return giver;
  if (auto scope = check_scope(fact, school); !scope) return scope;
  if (auto kept = check_not_erased(fact.person, school); !kept) return kept;
  if (auto grown = check_not_pupil(fact, school); !grown) return grown;
  const Sentence word = word_of(fact.role, school);
  const auto* by_order = school.parameter("appointed_by_order", fact.first_day);
  if (by_order != nullptr && names(*by_order, fact.role)) {
    if (auto ordered = check_ordered(fact.order, word, by_order->clause); !ordered) return ordered;
  }
  const auto* open = open_role(school.roles_of(fact.person), fact);
  if (open == nullptr || act.author.value == 0) return Done{};
  return Refusal{"role.held",
                 {fmt::format("человек № {} уже назначен: {}, с {}", fact.person.value, word.ru,
                              russian(open->days.first)),
                  fmt::format("person {} is a {} already, since {}", fact.person.value, word.en,
                              iso(open->days.first))}};
}

Outcome check(const events::RoleEnded& fact, const Act& act, const SchoolNow& school) {
  if (auto giver = check_giver(fact.role, act, school); !giver) return giver;
  const auto* open = open_role(school.roles_of(fact.person), fact);
  const Sentence word = word_of(fact.role, school);
  if (open == nullptr) {
    return Refusal{
        "role.not_held",
        {fmt::format("у человека № {} нет такого действующего назначения: {}", fact.person.value,
                     word.ru),
         fmt::format("person {} has no such open appointment: {}", fact.person.value, word.en)}};
  }
  if (open->days.first <= fact.last_day) return Done{};
  return Refusal{"role.before_first",
                 {fmt::format("назначение началось {}, а кончается {}", russian(open->days.first),
                              russian(fact.last_day)),
                  fmt::format("the appointment began on {} and would end on {}",
                              iso(open->days.first), iso(fact.last_day))}};
}

}  // namespace letopis::rules

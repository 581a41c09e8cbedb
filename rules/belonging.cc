#include "rules/belonging.h"

#include <algorithm>

#include "regulations/role_list.h"

namespace letopis::rules {
namespace {

bool is_pupil(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  for (const auto& stay : school.directory().classes_of(person)) {
    if (school.today() <= stay.days.back().last) return true;
  }
  return act.beside<events::PupilEnrolled>(
      [person](const events::PupilEnrolled& fact) { return fact.pupil == person; });
}

bool is_parent(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  if (!school.directory().children_of(person).empty()) return true;
  return act.beside<events::GuardianLinked>(
      [person](const events::GuardianLinked& fact) { return fact.guardian == person; });
}

bool is_staff(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  const auto& held = school.roles_of(person);
  const bool appointed = std::any_of(held.begin(), held.end(), [&school](const auto& one) {
    return school.today() <= one.days.last;
  });
  return appointed || act.beside<events::RoleGiven>([person](const events::RoleGiven& fact) {
    return fact.person == person;
  });
}

}  // namespace

Belonging belonging_of(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  if (is_staff(person, act, school)) return Belonging::kStaff;
  if (is_pupil(person, act, school)) return Belonging::kPupil;
  if (is_parent(person, act, school)) return Belonging::kParent;
  return Belonging::kNobody;
}

bool is_appointed(events::PersonNumber person, events::Role role, const Act& act,
                  const SchoolNow& school) {
  const auto& held = school.roles_of(person);
  const bool appointed = std::any_of(held.begin(), held.end(), [&](const auto& one) {
    return one.role == role && school.today() <= one.days.last;
  });
  return appointed || act.beside<events::RoleGiven>([&](const events::RoleGiven& fact) {
    return fact.person == person && fact.role == role;
  });
}

Issuers issuers_for(Belonging whom, const SchoolNow& school) {
  const auto named = [&school](std::string_view key) -> std::optional<Issuers> {
    const auto* parameter = school.parameter(key, school.today());
    if (parameter == nullptr) return std::nullopt;
    auto roles = regulations::parse_roles(parameter->value);
    INVARIANT(roles.has_value());  // no other value was ever admitted
    if (roles->empty()) return std::nullopt;
    return Issuers{*std::move(roles), parameter->clause};
  };
  if (whom == Belonging::kStaff) {
    return named("issue.staff.by").value_or(Issuers{{events::Role::kAdministrator}, {}});
  }
  // A clause about others is followed where there is no better one, but it is not cited.
  if (whom == Belonging::kNobody) return {issuers_for(Belonging::kStaff, school).roles, {}};
  if (whom == Belonging::kParent) {
    return named("issue.parents.by")
        .value_or(Issuers{{events::Role::kAdministrator, events::Role::kClassTeacher}, {}});
  }
  if (auto pupils = named("issue.pupils.by")) return *std::move(pupils);
  return {issuers_for(Belonging::kParent, school).roles, {}};
}

}  // namespace letopis::rules

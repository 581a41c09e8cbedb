#include "rules/addressees.h"

#include <algorithm>
#include <set>

#include "rules/access.h"

namespace letopis::rules {
namespace {

using events::PersonNumber;
using events::Role;

constexpr Role kAppointments[] = {
    Role::kDirector,          Role::kDeputy,       Role::kAdministrator,     Role::kTeacher,
    Role::kPsychologist,      Role::kClassTeacher, Role::kHeadOfAssociation, Role::kControlMember,
    Role::kSiteAdministrator, Role::kSecretary};

}  // namespace

bool is_administration(PersonNumber person, const SchoolNow& school) {
  return has_role(person, Role::kDirector, school) || has_role(person, Role::kDeputy, school) ||
         has_role(person, Role::kAdministrator, school);
}

bool is_beyond_reach(PersonNumber person, const SchoolNow& school) {
  bool closed = false;
  school.directory().story(projections::Shelf::kPersonStory, {person.value},
                           [&closed](const projections::FiledRow& row, bool is_void) {
                             if (is_void) return true;
                             if (row.holds<events::AccountOpened>()) closed = false;
                             if (row.holds<events::AccountClosed>()) closed = true;
                             return true;
                           });
  return closed || school.directory().erased(person).has_value();
}

const Addressees::Scope& Addressees::scope_of(PersonNumber person) const {
  const auto at = scopes_.find(person);
  return at != scopes_.end() ? at->second : scopes_.emplace(person, read(person)).first->second;
}

Addressees::Scope Addressees::read(PersonNumber person) const {
  Scope scope;
  scope.leads = is_administration(person, school_);
  scope.is_staff = is_staff(person, school_);
  if (scope.is_staff) scope.teaches = taught_by(person);
  for (const auto& held : school_.roles_of(person)) {
    if (held.role == Role::kClassTeacher && held.school_class && held.days.holds(school_.today())) {
      scope.guides.push_back(*held.school_class);
    }
  }
  if (school_.class_of(person, school_.today())) scope.pupils.push_back(person);
  for (const auto& link : school_.directory().children_of(person)) {
    scope.pupils.push_back(link.child);
  }
  scope.belongs =
      scope.is_staff || !scope.pupils.empty() || has_role(person, Role::kInspector, school_);
  return scope;
}

// By the loads of today, and those that the person substitutes today.
std::vector<projections::Place> Addressees::taught_by(PersonNumber teacher) const {
  const auto& directory = school_.directory();
  const auto today = school_.today();
  std::vector<projections::Place> places;
  for (const auto& load : directory.loads_of(teacher)) {
    if (load.days.holds(today)) places.push_back(load.place);
  }
  for (const auto& order : directory.substitutions_by(teacher)) {
    if (today < order.fact.first_day || order.fact.last_day < today) continue;
    if (const auto load = directory.load(order.fact.load)) places.push_back(load->place);
  }
  return places;
}

bool Addressees::reaches(const Scope& staff, const Scope& family) const {
  const auto today = school_.today();
  return std::any_of(family.pupils.begin(), family.pupils.end(), [&](PersonNumber pupil) {
    const auto own = school_.class_of(pupil, today);
    if (!own) return false;
    if (std::find(staff.guides.begin(), staff.guides.end(), *own) != staff.guides.end()) {
      return true;
    }
    return std::any_of(
        staff.teaches.begin(), staff.teaches.end(),
        [&](const projections::Place& place) { return school_.is_there(pupil, place, today); });
  });
}

bool Addressees::include(PersonNumber other) const {
  if (other == writer_) return false;
  const Scope& mine = scope_of(writer_);
  const Scope& theirs = scope_of(other);
  if ((mine.leads && theirs.belongs) || (theirs.leads && mine.belongs)) return true;
  if (mine.is_staff && theirs.is_staff) return true;
  return reaches(mine, theirs) || reaches(theirs, mine);
}

// Few who are not to be found are asked for: `include` decides.
std::vector<PersonNumber> Addressees::candidates() const {
  const auto& directory = school_.directory();
  const Scope& mine = scope_of(writer_);
  if (mine.leads) {
    std::vector<PersonNumber> everybody(directory.last_number(events::NumberKind::kPerson));
    for (std::uint32_t i = 0; i < everybody.size(); ++i) everybody[i] = {i + 1};
    return everybody;
  }
  std::set<PersonNumber> found;
  for (const Role role : kAppointments) {
    for (const auto& held : directory.holders_of(role)) found.insert(held.person);
  }
  const auto today = school_.today();
  const auto add_family = [&](const projections::Member& member) {
    found.insert(member.pupil);
    for (const auto& link : directory.guardians_of(member.pupil)) found.insert(link.guardian);
  };
  for (const auto& place : mine.teaches) {
    if (!place.group && !place.school_class) continue;
    const auto members = place.group ? directory.pupils_of(*place.group, today, today)
                                     : directory.pupils_of(*place.school_class, today, today);
    std::for_each(members.begin(), members.end(), add_family);
  }
  for (const auto own : mine.guides) {
    const auto members = directory.pupils_of(own, today, today);
    std::for_each(members.begin(), members.end(), add_family);
  }
  return {found.begin(), found.end()};
}

std::vector<PersonNumber> Addressees::all() const {
  std::vector<PersonNumber> found;
  for (const PersonNumber person : candidates()) {
    if (include(person) && !is_beyond_reach(person, school_)) found.push_back(person);
  }
  return found;
}

}  // namespace letopis::rules

// People, their roles, guardians and consents, as the directory has them.
#include <algorithm>
#include <tuple>

#include "projections/directory_reader.h"

namespace letopis::projections {
namespace {

template <class Fact>
std::vector<Fact> facts_on(const Directory& directory, Shelf shelf, events::PersonNumber person) {
  std::vector<Fact> facts;
  for (auto& filed : valid_on<Fact>(directory, shelf, {person.value})) {
    facts.push_back(std::move(filed.fact));
  }
  return facts;
}

void put_field(std::vector<events::PrivateField>& fields, const events::PrivateField& field) {
  for (events::PrivateField& one : fields) {
    if (one.field == field.field) {
      one.text = field.text;
      return;
    }
  }
  fields.push_back(field);
}

// Ends the open appointment that the fact names.
void end_role(std::vector<RoleHeld>& held, const events::RoleEnded& end) {
  for (RoleHeld& one : held) {
    const bool same = std::tie(one.person, one.role, one.school_class, one.subject) ==
                      std::tie(end.person, end.role, end.school_class, end.subject);
    if (same && one.days.last == kNoEnd) one.days.last = end.last_day;
  }
}

}  // namespace

std::vector<events::PrivateField> Directory::person_fields(events::PersonNumber person) const {
  std::vector<events::PrivateField> fields;
  const auto registered = declared<events::PersonRegistered>(person);
  if (registered && !registered->is_void) {
    for (const events::PrivateField& field : registered->fact.fields) put_field(fields, field);
  }
  for (const auto& changed : facts_on<events::PersonChanged>(*this, Shelf::kPersonStory, person)) {
    for (const events::PrivateField& field : changed.fields) put_field(fields, field);
  }
  return fields;
}

std::optional<Filed<events::PersonErased>> Directory::erased(events::PersonNumber person) const {
  auto found = valid_on<events::PersonErased>(*this, Shelf::kPersonStory, {person.value});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<RoleHeld> Directory::roles(Shelf shelf, std::uint32_t under) const {
  std::vector<RoleHeld> held;
  story(shelf, {under}, [&held](const FiledRow& row, bool is_void) {
    if (is_void) return true;
    if (row.holds<events::RoleGiven>()) {
      const auto given = row.fact<events::RoleGiven>();
      held.push_back(
          {given.person, given.role, given.school_class, given.subject, {given.first_day, kNoEnd}});
    } else if (row.holds<events::RoleEnded>()) {
      end_role(held, row.fact<events::RoleEnded>());
    }
    return true;
  });
  return held;
}

std::vector<RoleHeld> Directory::roles_of(events::PersonNumber person) const {
  return roles(Shelf::kPersonRoles, person.value);
}

std::vector<RoleHeld> Directory::holders_of(events::Role role) const {
  return roles(Shelf::kRoleHolders, static_cast<std::uint32_t>(role));
}

std::vector<RoleHeld> Directory::roles_in(events::ClassNumber school_class) const {
  return roles(Shelf::kClassRoles, school_class.value);
}

std::vector<events::GuardianLinked> Directory::links(Shelf shelf, std::uint32_t under) const {
  std::vector<events::GuardianLinked> linked;
  story(shelf, {under}, [&linked](const FiledRow& row, bool is_void) {
    if (is_void) return true;
    if (row.holds<events::GuardianLinked>()) {
      linked.push_back(row.fact<events::GuardianLinked>());
    } else if (row.holds<events::GuardianUnlinked>()) {
      const auto end = row.fact<events::GuardianUnlinked>();
      std::erase_if(linked, [&end](const events::GuardianLinked& one) {
        return one.child == end.child && one.guardian == end.guardian;
      });
    }
    return true;
  });
  return linked;
}

std::vector<events::GuardianLinked> Directory::guardians_of(events::PersonNumber child) const {
  return links(Shelf::kChildGuardians, child.value);
}

std::vector<events::GuardianLinked> Directory::children_of(events::PersonNumber guardian) const {
  return links(Shelf::kGuardianChildren, guardian.value);
}

std::vector<events::ConsentRecorded> Directory::consents_of(events::PersonNumber person) const {
  return facts_on<events::ConsentRecorded>(*this, Shelf::kConsents, person);
}

std::vector<events::ExemptionGiven> Directory::exemptions_of(events::PersonNumber pupil) const {
  return facts_on<events::ExemptionGiven>(*this, Shelf::kExemptions, pupil);
}

std::vector<events::StudyFormSet> Directory::study_forms_of(events::PersonNumber pupil) const {
  return facts_on<events::StudyFormSet>(*this, Shelf::kStudyForms, pupil);
}

}  // namespace letopis::projections

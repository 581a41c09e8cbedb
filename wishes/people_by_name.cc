#include "wishes/people_by_name.h"

#include "rules/reading.h"
#include "wishes/folded.h"

namespace letopis::wishes {
namespace {

using events::PersonField;

std::string text_of(PersonField wanted, events::PersonNumber person, const Desk& desk) {
  for (const auto& field : desk.school.directory().person_fields(person)) {
    if (field.field == wanted) return desk.texts->find(person, field.text).value_or("");
  }
  return {};
}

std::string joined(const std::string& name, const std::string& more) {
  return more.empty() ? name : name + " " + more;
}

bool may_see(events::PersonNumber person, const Desk& desk) {
  rules::Concern concern;
  concern.person = person;
  return rules::may_read(rules::View::kPerson, desk.author, concern, desk.school).has_value();
}

// «Смирнова Анна, 5А».
std::string told(events::PersonNumber person, std::string name, const Desk& desk) {
  const auto& directory = desk.school.directory();
  const auto today = desk.school.today();
  if (const auto login = desk.logins.of(person)) name += ", " + *login;
  if (const auto own = directory.class_of(person, today)) {
    if (const auto info = directory.class_info(*own, today)) name += ", " + info->name();
  }
  return name;
}

}  // namespace

Candidates people_named(std::string_view name, const Desk& desk) {
  Candidates candidates{events::NumberKind::kPerson, std::string(name), {}, {}};
  if (desk.texts == nullptr) return candidates;
  const auto wanted = folded(name);
  const auto last = desk.school.directory().last_number(events::NumberKind::kPerson);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const events::PersonNumber person{number};
    const auto family = text_of(PersonField::kFamilyName, person, desk);
    if (family.empty() || !wanted.starts_with(folded(family)) || !may_see(person, desk)) continue;
    const auto first = joined(family, text_of(PersonField::kGivenName, person, desk));
    const auto whole = joined(first, text_of(PersonField::kPatronymic, person, desk));
    for (const auto& one : {family, first, whole}) {
      if (folded(one) != wanted) continue;
      candidates.fitting.push_back({number, told(person, first, desk)});
      break;
    }
  }
  return candidates;
}

}  // namespace letopis::wishes

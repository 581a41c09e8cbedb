// What whoever asked for help with the journal is owed: an answer (COM-08).
#include <algorithm>

#include "projections/due_school.h"
#include "projections/talk_reader.h"

namespace letopis::projections {
namespace {

using events::PersonNumber;
using events::Role;
using regulations::Duty;

bool holds_any(PersonNumber person, const std::vector<Role>& roles, events::Day day,
               const Directory& directory) {
  const auto held = directory.roles_of(person);
  return std::any_of(held.begin(), held.end(), [&](const RoleHeld& one) {
    return one.days.holds(day) && std::find(roles.begin(), roles.end(), one.role) != roles.end();
  });
}

bool is_of_family(PersonNumber person, events::Day day, const Directory& directory) {
  return holds_any(person, {Role::kPupil, Role::kParent}, day, directory) ||
         directory.class_of(person, day) || !directory.children_of(person).empty();
}

// Of those asked who consults, or all of them: whoever wrote had no other to ask.
std::vector<PersonNumber> holders_among(const events::MessageSent& sent, PersonNumber author,
                                        const std::vector<Role>& roles, events::Day day,
                                        const Directory& directory) {
  std::vector<PersonNumber> asked;
  std::vector<PersonNumber> who;
  for (const auto& letter : sent.letters) {
    if (letter.person == author) continue;
    asked.push_back(letter.person);
    if (holds_any(letter.person, roles, day, directory)) who.push_back(letter.person);
  }
  return who.empty() ? asked : who;
}

}  // namespace

void add_help_duties(DueSchool& school) {
  if (!school.asks_for(DueKind::kConsultation) || school.query().school_class) return;
  const Talk talk(school.views(), school.directory());
  for (auto& one : talk.help_asked()) {
    const PersonNumber author = one.sent.stamp.author;
    const events::Day day = school.zone().day_of(one.sent.stamp.recorded);
    const regulations::Parameters& rules = school.rules(day);
    const events::Parameter* rule = rules.find("consultation");
    if (rule == nullptr) continue;
    DueItem item;
    item.kind = DueKind::kConsultation;
    item.clause = rule->clause;
    item.roles = regulations::duty_holders(rules, is_of_family(author, day, school.directory())
                                                      ? Duty::kConsultFamilies
                                                      : Duty::kConsultation);
    item.who = holders_among(one.sent.fact, author, item.roles, school.today(), school.directory());
    item.about.person = author;
    item.about.message = one.sent.fact.message;
    item.opens = one.sent.stamp.recorded;
    regulations::Occasion occasion;
    occasion.day = day;
    item.deadline = regulations::deadline_after("consultation.due", occasion, rules, school.zone(),
                                                &school.calendar());
    item.done = one.answered;
    school.add(std::move(item));
  }
}

}  // namespace letopis::projections

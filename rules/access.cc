#include "rules/access.h"

#include <algorithm>

#include "regulations/role_list.h"
#include "rules/access_table.h"
#include "rules/own_journal.h"
#include "rules/role_words.h"

namespace letopis::rules {
namespace {

using events::Role;

// The roles that a grant gives to, by the regulation of today.
struct Holders {
  std::vector<Role> roles;
  std::string clause;
};

Holders holders_of(const Grant& grant, const SchoolNow& school) {
  if (grant.kind == Grant::Kind::kRole) return {{grant.role}, {}};
  if (grant.kind != Grant::Kind::kOffice) return {};
  Holders holders;
  const auto key = regulations::duty_table()[static_cast<std::size_t>(grant.office->duty)].key;
  if (const auto& named = school.parameter(key, school.today())) {
    const auto roles = regulations::parse_roles(named->value);
    INVARIANT(roles.has_value());  // no other value was ever admitted
    if (!roles->empty()) return {*roles, named->clause};
  }
  for (const auto& role : grant.office->otherwise) {
    if (role) holders.roles.push_back(*role);
  }
  return holders;
}

bool was_in(events::PersonNumber pupil, events::GroupNumber group, const SchoolNow& school) {
  const auto& stays = school.groups_of(pupil);
  return std::any_of(stays.begin(), stays.end(),
                     [&](const projections::GroupStay& stay) { return stay.group == group; });
}

bool shares_lessons(const projections::LoadInfo& load, const Concern& concern,
                    const SchoolNow& school) {
  if (concern.subject && load.place.subject != *concern.subject) return false;
  const auto& directory = school.directory();
  const events::Day day = concern.day.value_or(school.today());
  if (load.place.school_class) {
    const auto of = concern.school_class
                        ? concern.school_class
                        : (concern.person ? directory.class_of(*concern.person, day)
                                          : std::optional<events::ClassNumber>());
    if (of && *of != *load.place.school_class) return false;
    // A group with a journal of its own is no way to the rest of the class.
    const auto kind = kind_of(load.place.group, directory);
    if (!kind || !has_own_journal(*kind)) return true;
  }
  if (!load.place.group || !concern.person) return true;
  return was_in(*concern.person, *load.place.group, school);
}

bool substitutes(events::PersonNumber author, events::LoadNumber load, events::Day day,
                 const SchoolNow& school) {
  const auto orders = school.directory().substitutions_by(author);
  return std::any_of(orders.begin(), orders.end(), [&](const auto& order) {
    return !order.is_void && order.fact.load == load && order.fact.first_day <= day &&
           day <= order.fact.last_day;
  });
}

bool has_load_like(events::PersonNumber author, const projections::Place& place,
                   const SchoolNow& school) {
  const auto loads = school.directory().loads_of(author);
  return std::any_of(loads.begin(), loads.end(), [&](const projections::LoadInfo& load) {
    return load.place == place && load.days.holds(school.today());
  });
}

bool is_in_reach(Role role, const Act& act, const Concern& concern, const SchoolNow& school) {
  switch (reach_of(role)) {
    case Reach::kSchool: return true;
    case Reach::kOwnLessons: return teaches(act.author, concern, school);
    case Reach::kOwnFamily:
      return concern.person == act.author ||
             (concern.person && is_own_child(act.author, *concern.person, school));
    case Reach::kOneself: return concern.person == act.author;
    case Reach::kOwnClass: break;
  }
  if (!concern.person_is_new) return is_own_class(act.author, concern, school);
  // A new person belongs to the class as the family of one of its pupils.
  return act.beside<events::GuardianLinked>([&](const events::GuardianLinked& link) {
    Concern of_child;
    of_child.person = link.child;
    return link.guardian == *concern.person && is_own_class(act.author, of_child, school);
  });
}

// Whom a grant gives to that names no role.
bool is_granted(Grant::Kind kind, const Act& act, const Concern& concern, const SchoolNow& school) {
  switch (kind) {
    case Grant::Kind::kOneself: return concern.person == act.author;
    case Grant::Kind::kStaff: return is_staff(act.author, school);
    case Grant::Kind::kAnybody:
      return is_staff(act.author, school) || has_role(act.author, Role::kInspector, school) ||
             has_role(act.author, Role::kPupil, school) ||
             has_role(act.author, Role::kParent, school);
    case Grant::Kind::kNone:
    case Grant::Kind::kFounder:
    case Grant::Kind::kRole:
    case Grant::Kind::kOffice: return false;
  }
  INVARIANT(false);
}

// The founder's commands make the log, or one director, or go on with a restored log.
Outcome check_founder(const Act& act, const Concern& concern) {
  const auto makes_director = act.beside<events::RoleGiven>([&](const events::RoleGiven& given) {
    return given.role == Role::kDirector && given.person == concern.person;
  });
  const auto founds = act.beside<events::LogStarted>([](const auto&) { return true; }) ||
                      act.beside<events::LogContinued>([](const auto&) { return true; });
  if (makes_director || founds) return Done{};
  return Refusal{"access.founder",
                 {"ключ основателя только начинает журнал и назначает директора",
                  "the founder's key only starts the log and appoints its director"}};
}

// Of the entries in a journal, which those who lead read and do not make.
bool is_a_teachers(const AccessRow& row) {
  return std::any_of(row.grants.begin(), row.grants.end(), [](const Grant& grant) {
    return grant.kind == Grant::Kind::kRole && grant.role == Role::kTeacher;
  });
}

// "own_data" and "forbidden" keep pupils from the journal; to be named among its users does not.
std::string clause_of_pupils(const SchoolNow& school) {
  const auto* journal = school.parameter("pupil.journal", school.today());
  if (journal != nullptr && journal->value != "named_user") return journal->clause;
  return school.clause("family.may_write");
}

std::string clause_of_leaders(events::PersonNumber author, const SchoolNow& school) {
  const auto* leaders = school.parameter("leaders.read_all_edit_nothing", school.today());
  if (leaders == nullptr) return {};
  const auto roles = regulations::parse_roles(leaders->value);
  INVARIANT(roles.has_value());  // no other value was ever admitted
  const bool leads = std::any_of(roles->begin(), roles->end(),
                                 [&](Role role) { return has_role(author, role, school); });
  return leads ? leaders->clause : std::string();
}

// Where no clause names who makes such an entry, the one that keeps the author from it.
std::string clause_against(events::PersonNumber author, const AccessRow& row,
                           const SchoolNow& school) {
  if (author.value == 0) return {};
  if (has_role(author, Role::kPupil, school)) return clause_of_pupils(school);
  if (has_role(author, Role::kParent, school)) return school.clause("family.may_write");
  return is_a_teachers(row) ? clause_of_leaders(author, school) : std::string();
}

// Whom a grant gives to that names no role; empty where it names one.
Sentence word_of(Grant::Kind kind) {
  if (kind == Grant::Kind::kOneself) return {"сам этот человек", "the person themself"};
  if (kind == Grant::Kind::kStaff) return {"сотрудник школы", "whoever works at the school"};
  if (kind == Grant::Kind::kAnybody) {
    return {"сотрудник, ученик или родитель", "staff, pupils and parents"};
  }
  return {};
}

Refusal no_role(const Act& act, const AccessRow& row, const SchoolNow& school) {
  std::vector<Role> roles;
  std::string clause;
  Sentence without_role;
  for (const Grant& grant : row.grants) {
    const Holders holders = holders_of(grant, school);
    if (clause.empty()) clause = holders.clause;
    roles.insert(roles.end(), holders.roles.begin(), holders.roles.end());
    if (without_role.ru.empty()) without_role = word_of(grant.kind);
  }
  if (clause.empty()) clause = clause_against(act.author, row, school);
  Sentence who = words_of(roles, school);
  if (!without_role.ru.empty()) {
    who.ru += (who.ru.empty() ? "" : ", ") + without_role.ru;
    who.en += (who.en.empty() ? "" : ", ") + without_role.en;
  }
  if (who.ru.empty()) who = {"основатель, своим ключом", "the founder, with the founder's key"};
  return {"access.no_role",
          {"такую запись делаете не вы", "this is not yours to state"},
          clause,
          {"такую запись делает: " + who.ru, "who may: " + who.en}};
}

// A class teacher's reach is the clause's that gives the duty, a teacher's that of the rights.
Refusal out_of_reach(const std::string& clause_of_office, Role role, const SchoolNow& school) {
  std::string clause = clause_of_office;
  if (clause.empty() && reach_of(role) == Reach::kOwnLessons)
    clause = school.clause("rights.basis");
  if (clause.empty() && role == Role::kPupil) clause = clause_of_pupils(school);
  if (clause.empty() && role == Role::kParent) clause = school.clause("family.may_write");
  return {"access.out_of_reach",
          {"это не ваш класс, урок или ученик", "this is another's class, lesson or pupil"},
          clause,
          {"запись делает тот, у кого этот класс, нагрузка или замена",
           "whoever has that class, load or substitution may"}};
}

}  // namespace

Outcome check_access(const Act& act, const SchoolNow& school) {
  const events::Fact& fact = *act.command[act.index];
  const AccessRow& row = access_table()[fact.index()];
  const Concern concern = concern_of(fact, school.directory());
  std::optional<Role> in_role;
  std::string clause;
  for (const Grant& grant : row.grants) {
    if (grant.kind == Grant::Kind::kFounder && act.author.value == 0)
      return check_founder(act, concern);
    if (is_granted(grant.kind, act, concern, school)) return Done{};
    const Holders holders = holders_of(grant, school);
    for (const Role role : holders.roles) {
      if (!has_role(act.author, role, school)) continue;
      if (is_in_reach(role, act, concern, school)) return Done{};
      if (!in_role) in_role = role;
      if (clause.empty()) clause = holders.clause;
    }
  }
  return in_role ? out_of_reach(clause, *in_role, school) : no_role(act, row, school);
}

bool has_role(events::PersonNumber author, Role role, const SchoolNow& school) {
  if (role == Role::kPupil) return school.directory().class_of(author, school.today()).has_value();
  if (role == Role::kParent) return !school.directory().children_of(author).empty();
  const auto& held = school.roles_of(author);
  return std::any_of(held.begin(), held.end(), [&](const projections::RoleHeld& one) {
    return one.role == role && one.days.holds(school.today());
  });
}

bool teaches(events::PersonNumber author, const Concern& concern, const SchoolNow& school) {
  const auto& directory = school.directory();
  if (concern.lesson) {
    const auto& lesson = school.lesson(*concern.lesson);
    if (!lesson) return false;
    return lesson->record.teacher == author || has_load_like(author, lesson->place, school);
  }
  if (concern.load) {
    const auto load = directory.load(*concern.load);
    const events::Day day = concern.day.value_or(school.today());
    return load && (load->assigned.fact.teacher == author ||
                    substitutes(author, *concern.load, day, school));
  }
  // Whoever substituted once may still answer for it.
  auto loads = directory.loads_of(author);
  for (const auto& order : directory.substitutions_by(author)) {
    if (auto load = directory.load(order.fact.load)) loads.push_back(*load);
  }
  return std::any_of(loads.begin(), loads.end(), [&](const projections::LoadInfo& load) {
    return shares_lessons(load, concern, school);
  });
}

bool is_own_class(events::PersonNumber author, const Concern& concern, const SchoolNow& school) {
  const auto& directory = school.directory();
  std::vector<events::ClassNumber> own;
  for (const auto& held : school.roles_of(author)) {
    if (held.role == Role::kClassTeacher && held.school_class && held.days.holds(school.today())) {
      own.push_back(*held.school_class);
    }
  }
  const auto is_own = [&own](events::ClassNumber number) {
    return std::find(own.begin(), own.end(), number) != own.end();
  };
  // Also one who is enrolled from a day to come: codes are issued before the year begins.
  const auto is_pupil = [&](events::PersonNumber pupil) {
    const auto stays = directory.classes_of(pupil);
    return std::any_of(stays.begin(), stays.end(), [&](const projections::ClassStay& stay) {
      return is_own(stay.school_class) &&
             projections::meets(stay.days, {school.today(), projections::kNoEnd});
    });
  };
  if (concern.school_class) return is_own(*concern.school_class);
  if (!concern.person) return !own.empty();
  // Of a lesson that was: who comes into the class tomorrow was not of it then.
  if (concern.lesson) {
    const auto& lesson = school.lesson(*concern.lesson);
    const auto of = lesson ? school.class_of(*concern.person, lesson->record.day) : std::nullopt;
    return of && is_own(*of);
  }
  if (is_pupil(*concern.person)) return true;
  const auto children = directory.children_of(*concern.person);
  return std::any_of(children.begin(), children.end(),
                     [&](const events::GuardianLinked& link) { return is_pupil(link.child); });
}

bool is_staff(events::PersonNumber author, const SchoolNow& school) {
  const auto& held = school.roles_of(author);
  return std::any_of(held.begin(), held.end(), [&](const projections::RoleHeld& one) {
    return one.role != Role::kInspector && one.days.holds(school.today());
  });
}

bool is_own_child(events::PersonNumber parent, events::PersonNumber child,
                  const SchoolNow& school) {
  const auto children = school.directory().children_of(parent);
  return std::any_of(children.begin(), children.end(),
                     [&](const events::GuardianLinked& link) { return link.child == child; });
}

}  // namespace letopis::rules

#include "intake/roster_people.h"

#include <fmt/format.h>

#include <algorithm>

#include "intake/days.h"
#include "intake/families.h"
#include "intake/people_checks.h"
#include "intake/person_cells.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

using events::Relation;
using events::Role;

// OneRoster's site administrator keeps a school's systems; ours of that name keeps the web site.
std::optional<Role> role_of(std::string_view word) {
  if (word == "principal") return Role::kDirector;
  if (word == "teacher") return Role::kTeacher;
  if (word == "counselor") return Role::kPsychologist;
  if (word == "siteAdministrator" || word == "systemAdministrator") return Role::kAdministrator;
  return std::nullopt;
}

bool is_parent_word(std::string_view word) {
  return word == "parent" || word == "guardian" || word == "relative";
}

class RosterPeople {
 public:
  RosterPeople(const RosterFiles& files, events::Day today, RosterImport& import, Faults& faults)
      : files_(files),
        users_(files.file("users")),
        today_(today),
        import_(import),
        faults_(faults) {}

  RosterPlaces read() {
    read_roles();
    read_demographics();
    read_homerooms();
    for (const Row* user : users_.lines) read_user(*user);
    link_children();
    import_.people.parents = families_of(std::move(parents_), import_.people.staff, faults_);
    check_people(import_.people, today_, faults_);
    return std::move(places_);
  }

 private:
  using Id = std::string;

  void refuse(const RosterFile& file, const Row& line, std::string_view key, std::string_view code,
              Sentence says) {
    faults_.add(file.columns.fault(line, key, fmt::format("one_roster.{}", code), std::move(says)));
  }

  void read_roles() {
    const RosterFile& roles = files_.file("roles");
    for (const Row* line : roles.lines) {
      const std::string word(roles.text(*line, "role"));
      roles_[Id(roles.text(*line, "userSourcedId"))].push_back(word);
      if (word == "student" || is_parent_word(word) || role_of(word)) continue;
      import_.people.remarks.push_back(
          roles.columns.fault(*line, "role", "one_roster.role",
                              {"такой роли в журнале нет, она не взята",
                               "the journal has no such role; it was not taken"}));
    }
  }

  void read_demographics() {
    const RosterFile& file = files_.file("demographics");
    for (const Row* line : file.lines) demographics_[Id(file.text(*line, "sourcedId"))] = line;
  }

  // Which homerooms a user learns in or leads.
  void read_homerooms() {
    const RosterFile& classes = files_.file("classes");
    std::map<Id, ClassName> homerooms;
    for (const Row* line : classes.lines) {
      if (classes.text(*line, "classType") != "homeroom") continue;
      auto name = class_named(classes.text(*line, "title"));
      if (!name) name = class_named(classes.text(*line, "classCode"));
      if (name) homerooms[Id(classes.text(*line, "sourcedId"))] = *name;
      if (name) continue;
      refuse(classes, *line, "title", "class",
             {"это не класс; пишут 5А или 11", "this is no class; write 5А or 11"});
    }
    const RosterFile& enrollments = files_.file("enrollments");
    for (const Row* line : enrollments.lines) {
      const auto homeroom = homerooms.find(Id(enrollments.text(*line, "classSourcedId")));
      if (homeroom == homerooms.end()) continue;
      const Id user(enrollments.text(*line, "userSourcedId"));
      const std::string_view role = enrollments.text(*line, "role");
      if (role == "student") learns_[user].push_back(homeroom->second);
      const bool leads = role == "teacher" && enrollments.text(*line, "primary") != "false";
      if (leads) leads_[user].push_back(homeroom->second);
    }
  }

  void read_user(const Row& user) {
    const Id id(users_.text(user, "sourcedId"));
    PersonData data = read_person(users_.columns, user, "", today_, faults_);
    add_demographics(id, data);
    if (!data.login) add_username(user, data);
    const std::vector<std::string>& words = roles_[id];
    const auto is = [&](std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    Staff staff{data, {}};
    for (const std::string& word : words) {
      if (const auto role = role_of(word)) staff.roles.push_back({*role, {}, {}});
    }
    for (const ClassName& led : leads_[id]) staff.roles.push_back({Role::kClassTeacher, led, {}});
    const bool is_parent = std::any_of(words.begin(), words.end(), is_parent_word);
    if (words.empty() || (is("student") && words.size() > 1)) {
      refuse(users_, user, "sourcedId", "missing",
             {words.empty() ? "в roles.csv нет роли этого человека"
                            : "ученик не может быть ещё и кем-то другим",
              words.empty() ? "roles.csv has no role of this person"
                            : "a pupil cannot be something else as well"});
    } else if (is("student")) {
      read_pupil(user, id, data);
    } else {
      if (is_parent) parent_lines_.push_back({&user, {data, {}, {}}, relation(words, data)});
      if (!staff.roles.empty()) {
        places_.staff[id] = import_.people.staff.size();
        import_.people.staff.push_back(std::move(staff));
      }
    }
  }

  // Other systems allow names, often addresses of mail, that are no logins here: such a person gets
  // a login with the activation.
  void add_username(const Row& user, PersonData& data) {
    const std::string_view name = users_.text(user, "username");
    data.login_cell = users_.columns.place(user, "username");
    if (is_login(name)) {
      data.login = lower(name);
    } else if (!name.empty()) {
      import_.people.remarks.push_back(users_.columns.fault(
          user, "username", "one_roster.username",
          {"таким логин здесь не бывает, он не взят", "no login here looks so; it was not taken"}));
    }
  }

  void add_demographics(const Id& id, PersonData& data) {
    const auto found = demographics_.find(id);
    if (found == demographics_.end()) return;
    const RosterFile& file = files_.file("demographics");
    const Row& line = *found->second;
    const std::string_view sex = file.text(line, "sex");
    if (sex == "male") data.sex = "мужской";
    if (sex == "female") data.sex = "женский";
    const auto written = file.columns.text(line, "birthDate");
    if (!written) return;
    const auto day = day_typed(*written);
    if (!day || *day > today_ || age_on(*day, today_) > kOldestPerson) {
      return refuse(file, line, "birthDate", "value",
                    {"такого дня рождения быть не может", "there can be no such birth date"});
    }
    data.birth_date = day;
    data.birth_cell = file.columns.place(line, "birthDate");
  }

  void read_pupil(const Row& user, const Id& id, const PersonData& data) {
    const std::vector<ClassName>& classes = learns_[id];
    if (classes.size() != 1) {
      return refuse(
          users_, user, "sourcedId", "class",
          {fmt::format("ученик должен быть в одном классе (homeroom), а он в {}", classes.size()),
           fmt::format("a pupil must be in one homeroom, but is in {}", classes.size())});
    }
    places_.pupils[id] = import_.people.pupils.size();
    import_.people.pupils.push_back({data, classes.front()});
  }

  static Relation relation(const std::vector<std::string>& words, const PersonData& data) {
    const auto is = [&](std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (is("guardian")) return Relation::kGuardian;
    if (!is("parent") || !data.sex) return Relation::kOther;
    return *data.sex == "женский" ? Relation::kMother : Relation::kFather;
  }

  // agentSourcedIds may stand with the parent, with the child, or with both.
  void link_children() {
    std::map<Id, std::vector<std::size_t>> named_by_children;
    for (const auto& [id, number] : places_.pupils) {
      for (const Id& agent : users_.list(*users_.by_id.find(id)->second, "agentSourcedIds")) {
        named_by_children[agent].push_back(number);
      }
    }
    for (ParentLine& one : parent_lines_) {
      std::vector<std::size_t> children =
          named_by_children[Id(users_.text(*one.line, "sourcedId"))];
      for (const Id& agent : users_.list(*one.line, "agentSourcedIds")) {
        const auto pupil = places_.pupils.find(agent);
        if (pupil != places_.pupils.end()) children.push_back(pupil->second);
      }
      std::sort(children.begin(), children.end());
      children.erase(std::unique(children.begin(), children.end()), children.end());
      if (children.empty()) {
        refuse(users_, *one.line, "agentSourcedIds", "child",
               {"не сказано, чей это родитель", "it is not said whose parent this is"});
        continue;
      }
      for (const std::size_t child : children) one.parent.children.push_back({child, one.relation});
      parents_.push_back(std::move(one.parent));
    }
  }

  struct ParentLine {
    const Row* line;
    Parent parent;
    Relation relation;
  };

  const RosterFiles& files_;
  const RosterFile& users_;
  events::Day today_;
  RosterImport& import_;
  Faults& faults_;
  RosterPlaces places_;
  std::map<Id, std::vector<std::string>> roles_;
  std::map<Id, const Row*> demographics_;
  std::map<Id, std::vector<ClassName>> learns_;
  std::map<Id, std::vector<ClassName>> leads_;
  std::vector<ParentLine> parent_lines_;
  std::vector<Parent> parents_;
};

}  // namespace

RosterPlaces read_roster_people(const RosterFiles& files, events::Day today, RosterImport& import,
                                Faults& faults) {
  return RosterPeople(files, today, import, faults).read();
}

}  // namespace letopis::intake

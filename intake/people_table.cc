#include "intake/people_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "intake/families.h"
#include "intake/people_checks.h"
#include "intake/person_cells.h"
#include "intake/role_words.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

using events::Relation;
using events::Role;

constexpr std::string_view kListSeparators = ";,\n/";

// Parents in the row of their child; which of them are what by their heading alone.
struct ParentColumns {
  std::string prefix;
  std::vector<std::string> patterns;
  std::optional<Relation> relation;
};
const std::array<ParentColumns, 5>& parent_columns() {
  static const std::array<ParentColumns, 5> all = {{
      {"parent.",
       {"Родитель: {}", "Родитель 1: {}", "{} родителя", "{} родителя 1",
        "Законный представитель: {}", "{} законного представителя", "Parent: {}", "Parent 1: {}"},
       std::nullopt},
      {"parent2.", {"Родитель 2: {}", "{} родителя 2", "Parent 2: {}"}, std::nullopt},
      {"mother.", {"Мать: {}", "{} матери", "Мама: {}", "Mother: {}"}, Relation::kMother},
      {"father.", {"Отец: {}", "{} отца", "Папа: {}", "Father: {}"}, Relation::kFather},
      {"guardian.", {"Опекун: {}", "{} опекуна", "Guardian: {}"}, Relation::kGuardian},
  }};
  return all;
}

std::vector<KnownColumn> known_columns() {
  std::vector<KnownColumn> known = person_columns("", {"{}"});
  known.push_back({"role", "Роль", {"Должность", "Роли", "role", "position"}});
  known.push_back({"class", "Класс", {"class", "Класс ребёнка", "Класс обучения"}});
  known.push_back({"leads", "Классное руководство", {"class teacher of"}});
  known.push_back({"subject", "Предмет", {"Предметы", "subject", "subjects"}});
  known.push_back({"child", "Ребёнок", {"Дети", "ФИО ребёнка", "child", "children"}});
  known.push_back({"relation", "Степень родства", {"Кем приходится", "Родство", "relation"}});
  for (const ParentColumns& one : parent_columns()) {
    for (KnownColumn& column : person_columns(one.prefix, one.patterns)) {
      known.push_back(std::move(column));
    }
    if (one.relation) continue;
    KnownColumn column{one.prefix + "relation", one.patterns.front(), {}};
    column.title = fmt::format(fmt::runtime(one.patterns.front()), "Степень родства");
    for (const std::string& pattern : one.patterns) {
      column.also.push_back(fmt::format(fmt::runtime(pattern), "Степень родства"));
      column.also.push_back(fmt::format(fmt::runtime(pattern), "Кем приходится"));
      column.also.push_back(fmt::format(fmt::runtime(pattern), "relation"));
    }
    known.push_back(std::move(column));
  }
  return known;
}

// A parent in a row of its own, whose children are found once all pupils are known.
struct ParentRow {
  const Row* row = nullptr;
  PersonData data;
  Relation relation = Relation::kOther;
};

class PeopleReader {
 public:
  PeopleReader(const Columns& columns, events::Day today, std::span<const KnownPupil> known)
      : columns_(columns), today_(today) {
    for (const KnownPupil& one : known) known_named_[folded(one.full_name)].push_back(&one);
  }

  Reading<PeopleImport> read(const Table& table) {
    for (const Row& row : table.rows) read_row(row);
    for (const ParentRow& one : parent_rows_) find_children(one);
    people_.parents = families_of(std::move(parents_), people_.staff, faults_);
    for (const Place& place : columns_.unread()) {
      people_.remarks.push_back(
          {"people.unread",
           place,
           {},
           {"столбец не знаком и не прочитан", "the column is not known and was not read"}});
    }
    check_people(people_, today_, faults_);
    return value_unless(std::move(faults_), std::move(people_));
  }

 private:
  void refuse(const Row& row, std::string_view key, std::string_view code, Sentence says) {
    faults_.add(columns_.fault(row, key, fmt::format("people.{}", code), std::move(says)));
  }

  void read_row(const Row& row) {
    const std::vector<StaffRole> roles = roles_of(row);
    if (roles.empty()) return;
    const PersonData data = read_person(columns_, row, "", today_, faults_);
    const auto is = [&](Role role) {
      return std::any_of(roles.begin(), roles.end(),
                         [&](const auto& one) { return one.role == role; });
    };
    if (is(Role::kPupil)) {
      if (roles.size() > 1) {
        refuse(row, "role", "role",
               {"ученик не может быть ещё и кем-то другим",
                "a pupil cannot be something else as well"});
      }
      return read_pupil(row, data);
    }
    if (is(Role::kParent)) {
      parent_rows_.push_back({&row, data, relation(row, "relation").value_or(Relation::kOther)});
    }
    Staff staff{data, {}};
    for (const StaffRole& one : roles) {
      if (one.role != Role::kParent) staff.roles.push_back(one);
    }
    if (!staff.roles.empty()) people_.staff.push_back(std::move(staff));
  }

  // Empty iff a fault was found.
  std::vector<StaffRole> roles_of(const Row& row) {
    if (!columns_.has("role")) return {{Role::kPupil, {}, {}}};
    const auto written = columns_.text(row, "role");
    if (!written) {
      refuse(row, "role", "role", {"роль не названа", "the role is missing"});
      return {};
    }
    std::vector<StaffRole> roles;
    bool leads = false;
    for (const std::string& part : parts_of(*written, kListSeparators)) {
      const auto role = role_named(part);
      if (!role) {
        refuse(row, "role", "role",
               {fmt::format("такой роли в журнале нет: {}; есть, например, директор, заместитель "
                            "директора по УВР, учитель, классный руководитель, ученик, родитель",
                            excerpt(part)),
                fmt::format("the journal has no such role: {}; it has, for example, director, "
                            "deputy, teacher, class teacher, pupil, parent",
                            excerpt(part))});
        return {};
      }
      if (*role == Role::kClassTeacher) {
        leads = true;
        add_class_teacher(row, *after_class_teacher(part), roles);
      } else {
        add_role(row, *role, roles);
      }
    }
    if (!leads && columns_.text(row, "leads")) add_class_teacher(row, "", roles);
    return roles;
  }

  // A teacher of several subjects has the role once for each.
  void add_role(const Row& row, Role role, std::vector<StaffRole>& roles) {
    const auto subjects = columns_.text(row, "subject");
    if (role != Role::kTeacher || !subjects) return roles.push_back({role, {}, {}});
    for (std::string& subject : parts_of(*subjects, ";,\n")) {
      roles.push_back({role, {}, std::move(subject)});
    }
  }

  void add_class_teacher(const Row& row, const std::string& after, std::vector<StaffRole>& roles) {
    const std::string_view key = columns_.text(row, "leads") ? "leads" : "class";
    const std::string written(columns_.text(row, key).value_or(""));
    const auto names = after.empty() ? parts_of(written, kListSeparators) : std::vector{after};
    if (names.empty()) {
      refuse(row, "leads", "class", {"не сказано, какого класса", "it is not said of which class"});
    }
    for (const std::string& name : names) {
      const auto found = class_named(name);
      if (!found) refuse(row, after.empty() ? key : "role", "class", no_class(name));
      roles.push_back({Role::kClassTeacher, found, {}});
    }
  }

  static Sentence no_class(std::string_view written) {
    return {fmt::format("это не класс: {}; пишут 5А или 11", excerpt(written)),
            fmt::format("this is no class: {}; write 5А or 11", excerpt(written))};
  }

  void read_pupil(const Row& row, const PersonData& data) {
    const auto written = columns_.text(row, "class");
    const auto school_class = written ? class_named(*written) : std::nullopt;
    if (!written) {
      refuse(row, "class", "class", {"класс не назван", "the class is missing"});
    } else if (!school_class) {
      refuse(row, "class", "class", no_class(*written));
    }
    const std::size_t number = people_.pupils.size();
    people_.pupils.push_back({data, school_class.value_or(ClassName{})});
    pupils_named_[folded(full_name(data))].push_back(number);
    for (const ParentColumns& one : parent_columns()) {
      if (!says_anything(columns_, row, one.prefix)) continue;
      const Relation what = one.relation
                                ? *one.relation
                                : relation(row, one.prefix + "relation").value_or(Relation::kOther);
      parents_.push_back(
          {read_person(columns_, row, one.prefix, today_, faults_), {{number, what}}, {}});
    }
  }

  std::optional<Relation> relation(const Row& row, const std::string& key) {
    const auto written = columns_.text(row, key);
    if (!written) return std::nullopt;
    const auto found = relation_named(*written);
    if (!found) {
      refuse(row, key, "relation",
             {"такое родство не знакомо: пишут мать, отец, опекун или иное",
              "no such relation is known: write mother, father, guardian or other"});
    }
    return found;
  }

  void find_children(const ParentRow& one) {
    const auto names = parts_of(columns_.text(*one.row, "child").value_or(""), ";,\n");
    if (names.empty()) {
      return refuse(*one.row, "child", "child",
                    {"не сказано, чей это родитель", "it is not said whose parent this is"});
    }
    const auto written = columns_.text(*one.row, "class");
    const auto school_class = written ? class_named(*written) : std::nullopt;
    if (written && !school_class) refuse(*one.row, "class", "class", no_class(*written));
    Parent parent{one.data, {}, {}, {}};
    for (const std::string& name : names) {
      const auto in_file = pupils_in_file(name, school_class);
      const auto in_journal =
          in_file.empty() ? known_pupils(name, school_class) : std::vector<events::PersonNumber>();
      if (in_file.size() == 1) {
        parent.children.push_back({in_file.front(), one.relation});
      } else if (in_journal.size() == 1) {
        parent.known.push_back({in_journal.front(), one.relation});
      } else {
        refuse_child(*one.row, name, in_file.empty() && in_journal.empty());
      }
    }
    if (!parent.children.empty() || !parent.known.empty()) parents_.push_back(std::move(parent));
  }

  std::vector<std::size_t> pupils_in_file(const std::string& name,
                                          const std::optional<ClassName>& school_class) {
    std::vector<std::size_t> found;
    for (const std::size_t number : pupils_named_[folded(name)]) {
      if (!school_class || people_.pupils[number].school_class == *school_class) {
        found.push_back(number);
      }
    }
    return found;
  }

  std::vector<events::PersonNumber> known_pupils(const std::string& name,
                                                 const std::optional<ClassName>& school_class) {
    std::vector<events::PersonNumber> found;
    for (const KnownPupil* one : known_named_[folded(name)]) {
      if (!school_class || one->school_class == school_class) found.push_back(one->person);
    }
    return found;
  }

  void refuse_child(const Row& row, const std::string& name, bool none) {
    refuse(
        row, "child", "child",
        {none ? fmt::format("такого ученика нет ни в этом файле, ни в журнале: {}", excerpt(name))
              : fmt::format("таких учеников несколько, назовите класс: {}", excerpt(name)),
         none ? fmt::format("no such pupil is in this file or in the journal: {}", excerpt(name))
              : fmt::format("there are several such pupils, name the class: {}", excerpt(name))});
  }

  const Columns& columns_;
  events::Day today_;
  PeopleImport people_;
  std::vector<Parent> parents_;  // one for each time that a parent is named
  std::vector<ParentRow> parent_rows_;
  std::map<std::string, std::vector<std::size_t>> pupils_named_;  // by folded full name
  std::map<std::string, std::vector<const KnownPupil*>> known_named_;
  Faults faults_;
};

}  // namespace

Reading<PeopleImport> read_people(const Table& table, events::Day today,
                                  std::span<const KnownPupil> known) {
  const auto columns = Columns::find(table.heading, known_columns());
  if (!columns) return columns.faults();
  const bool named =
      columns->has("full_name") || (columns->has("family_name") && columns->has("given_name"));
  Faults faults;
  const auto missing = [&](std::string_view ru, std::string_view en) {
    faults.add({"columns.missing",
                {{}, table.heading.number, {}, {}},
                {},
                {std::string(ru), std::string(en)}});
  };
  if (!named) {
    missing("нет столбцов «Фамилия» и «Имя» (или «ФИО»)",
            "the columns “Фамилия” and “Имя” (or “ФИО”) are missing");
  }
  if (!columns->has("role") && !columns->has("class")) {
    missing("нет ни столбца «Роль», ни столбца «Класс»",
            "neither the column “Роль” nor “Класс” is there");
  }
  if (!faults.empty()) return faults;
  return PeopleReader(*columns, today, known).read(table);
}

}  // namespace letopis::intake

#include "intake/people_checks.h"

#include <fmt/format.h>

#include <map>

#include "intake/days.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

// Two entries are two persons only if something tells them apart.
bool told_apart(const PersonData& one, const PersonData& other) {
  const bool by_birth = one.birth_date && other.birth_date && *one.birth_date != *other.birth_date;
  const bool by_login = one.login && other.login && lower(*one.login) != lower(*other.login);
  return by_birth || by_login;
}

Sentence as_in(std::string_view ru, std::string_view en, const PersonData& first) {
  const Sentence place = said(first.row);
  return {fmt::format("{}: {}", ru, place.ru), fmt::format("{}: {}", en, place.en)};
}

const PersonData& data_of(const Staff& one) { return one.data; }
const PersonData& data_of(const Pupil& one) { return one.data; }

// Namesakes in two classes may be two pupils, unless they were born on one day.
bool may_be_two(const Pupil& one, const Pupil& other) {
  return one.school_class != other.school_class && !(one.data.birth_date && other.data.birth_date);
}
bool may_be_two(const Staff& /*one*/, const Staff& /*other*/) { return false; }

template <class Person>
void compare(const Person& one, const std::vector<const Person*>& namesakes, Faults& faults,
             std::vector<Fault>& remarks) {
  const PersonData& data = data_of(one);
  for (const Person* other : namesakes) {
    if (told_apart(data, data_of(*other))) continue;
    Fault found{"people.twice", data.row, excerpt(full_name(data)),
                as_in("этот человек в файле уже есть", "this person is in the file already",
                      data_of(*other))};
    if (!may_be_two(one, *other)) return faults.add(std::move(found));
    found.code = "people.namesake";
    found.says = as_in("тёзка в другом классе, взят как другой ученик",
                       "a namesake in another class, taken for another pupil", data_of(*other));
    return remarks.push_back(std::move(found));
  }
}

template <class Person>
void compare_all(const std::vector<Person>& people, Faults& faults, std::vector<Fault>& remarks) {
  std::map<std::string, std::vector<const Person*>> namesakes;
  for (const Person& one : people) {
    const PersonData& data = data_of(one);
    if (data.family_name.empty() || data.given_name.empty()) continue;  // at fault already
    std::vector<const Person*>& before = namesakes[folded(full_name(data))];
    compare(one, before, faults, remarks);
    if (before.size() == kMaxNamesakes) {
      faults.add({"people.namesakes",
                  data.row,
                  excerpt(full_name(data)),
                  {fmt::format("в файле больше {} человек с этим именем", kMaxNamesakes),
                   fmt::format("more than {} people of this name in the file", kMaxNamesakes)}});
      continue;
    }
    before.push_back(&one);
  }
}

class Logins {
 public:
  explicit Logins(Faults& faults) : faults_(faults) {}

  void add(const PersonData& data) {
    if (!data.login) return;
    const auto [found, added] = owners_.emplace(lower(*data.login), &data);
    if (added) return;
    faults_.add({"people.login_twice", data.login_cell, excerpt(*data.login),
                 as_in("этот логин уже занят", "this login is taken already", *found->second)});
  }

 private:
  std::map<std::string, const PersonData*> owners_;
  Faults& faults_;
};

void refuse_shared_logins(const PeopleImport& people, Faults& faults) {
  Logins logins(faults);
  for (const Staff& one : people.staff) logins.add(one.data);
  for (const Pupil& one : people.pupils) logins.add(one.data);
  for (const Parent& one : people.parents) {
    const auto own = one.staff ? people.staff[*one.staff].data.login : std::nullopt;
    if (own && one.data.login && lower(*own) == lower(*one.data.login)) continue;
    logins.add(one.data);
  }
}

void remark_on_age(const Pupil& pupil, events::Day today, std::vector<Fault>& remarks) {
  if (!pupil.data.birth_date) return;
  const int age = age_on(*pupil.data.birth_date, today);
  const int over_grade = age - pupil.school_class.grade;
  if (over_grade >= kLeastYearsOverGrade && over_grade <= kMostYearsOverGrade) return;
  const std::string name = pupil.school_class.text();
  remarks.push_back({"people.age",
                     pupil.data.birth_cell,
                     excerpt(full_name(pupil.data)),
                     {fmt::format("необычный возраст для класса {}: полных лет {}", name, age),
                      fmt::format("an unusual age for class {}: {} full years", name, age)}});
}

}  // namespace

void check_people(PeopleImport& people, events::Day today, Faults& faults) {
  compare_all(people.staff, faults, people.remarks);
  compare_all(people.pupils, faults, people.remarks);
  refuse_shared_logins(people, faults);
  for (const Pupil& pupil : people.pupils) remark_on_age(pupil, today, people.remarks);
}

}  // namespace letopis::intake

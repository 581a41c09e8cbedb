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

template <class People>
void refuse_repeated(const People& people, Faults& faults) {
  std::map<std::string, std::vector<const PersonData*>> namesakes;
  for (const auto& one : people) {
    if (one.data.family_name.empty() || one.data.given_name.empty()) continue;  // at fault already
    auto& before = namesakes[folded(full_name(one.data))];
    for (const PersonData* other : before) {
      if (told_apart(one.data, *other)) continue;
      faults.add(
          {"people.twice", one.data.row, excerpt(full_name(one.data)),
           as_in("этот человек в файле уже есть", "this person is in the file already", *other)});
      break;
    }
    if (before.size() == kMaxNamesakes) {
      faults.add({"people.namesakes",
                  one.data.row,
                  excerpt(full_name(one.data)),
                  {fmt::format("в файле больше {} человек с этим именем", kMaxNamesakes),
                   fmt::format("more than {} people of this name in the file", kMaxNamesakes)}});
      continue;
    }
    before.push_back(&one.data);
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
  refuse_repeated(people.staff, faults);
  refuse_repeated(people.pupils, faults);
  refuse_shared_logins(people, faults);
  for (const Pupil& pupil : people.pupils) remark_on_age(pupil, today, people.remarks);
}

}  // namespace letopis::intake

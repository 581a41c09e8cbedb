#include "intake/families.h"

#include <algorithm>
#include <map>

#include "intake/words.h"

namespace letopis::intake {
namespace {

std::string digits_of(const std::string& phone) {
  std::string digits = folded(phone);
  // 8 and +7 before a Russian number say the same.
  constexpr std::size_t russian_length = 11;
  if (digits.size() == russian_length && digits.front() == '8') digits.front() = '7';
  return digits;
}

// What marks a person out among namesakes: the name with each of login, telephone and e-mail.
std::vector<std::string> signs_of(const PersonData& data) {
  const std::string name = folded(full_name(data));
  std::vector<std::string> signs;
  if (data.login) signs.push_back(name + " login " + lower(*data.login));
  if (data.phone) signs.push_back(name + " phone " + digits_of(*data.phone));
  if (data.email) signs.push_back(name + " email " + lower(*data.email));
  return signs;
}

bool contradict(const PersonData& one, const PersonData& other) {
  const auto differ = [](const auto& left, const auto& right) {
    return left && right && *left != *right;
  };
  return differ(one.birth_date, other.birth_date) ||
         (one.login && other.login && lower(*one.login) != lower(*other.login));
}

// What one row leaves blank another may tell.
void complete(PersonData& data, const PersonData& more) {
  const auto fill = [](auto& field, const auto& other) {
    if (!field) field = other;
  };
  fill(data.birth_date, more.birth_date);
  fill(data.sex, more.sex);
  fill(data.phone, more.phone);
  fill(data.email, more.email);
  if (!data.login && more.login) {
    data.login = more.login;
    data.login_cell = more.login_cell;
  }
}

class Families {
 public:
  explicit Families(Faults& faults) : faults_(faults) {}

  void add(Parent one) {
    const auto known = same_person(one.data);
    if (!known) {
      remember(one.data, parents_.size());
      parents_.push_back(std::move(one));
      return;
    }
    Parent& parent = parents_[*known];
    complete(parent.data, one.data);
    remember(one.data, *known);
    for (const Child& child : one.children) {
      const bool twice =
          std::any_of(parent.children.begin(), parent.children.end(),
                      [&](const Child& there) { return there.pupil == child.pupil; });
      if (twice) refuse_twice(one);
      parent.children.push_back(child);
    }
    for (const KnownChild& child : one.known) {
      const bool twice =
          std::any_of(parent.known.begin(), parent.known.end(),
                      [&](const KnownChild& there) { return there.person == child.person; });
      if (twice) refuse_twice(one);
      parent.known.push_back(child);
    }
  }

  // Whoever has a row as both is one person too.
  void link(const Staff& staff, std::size_t number) {
    auto known = same_person(staff.data);
    const auto in_row = by_row_.find({staff.data.row.file, staff.data.row.row});
    if (!known && in_row != by_row_.end()) known = in_row->second;
    if (known) parents_[*known].staff = number;
  }

  std::vector<Parent> take() { return std::move(parents_); }

 private:
  void refuse_twice(const Parent& one) {
    faults_.add({"people.parent_twice",
                 one.data.row,
                 excerpt(full_name(one.data)),
                 {"этот родитель у этого ребёнка уже назван",
                  "this parent is named for this child already"}});
  }

  std::optional<std::size_t> same_person(const PersonData& data) const {
    for (const std::string& sign : signs_of(data)) {
      const auto found = by_sign_.find(sign);
      const bool same = found != by_sign_.end() && !contradict(parents_[found->second].data, data);
      if (same) return found->second;
    }
    return std::nullopt;
  }

  // A row of a pupil holds parents too, but no staff; so rows are enough to find a parent again.
  void remember(const PersonData& data, std::size_t number) {
    by_row_.emplace(std::pair{data.row.file, data.row.row}, number);
    for (std::string& sign : signs_of(data)) by_sign_.emplace(std::move(sign), number);
  }

  std::vector<Parent> parents_;
  std::map<std::string, std::size_t> by_sign_;
  std::map<std::pair<std::optional<std::string>, std::optional<std::size_t>>, std::size_t> by_row_;
  Faults& faults_;
};

}  // namespace

std::vector<Parent> families_of(std::vector<Parent> named, const std::vector<Staff>& staff,
                                Faults& faults) {
  Families families(faults);
  for (Parent& one : named) families.add(std::move(one));
  for (std::size_t i = 0; i < staff.size(); ++i) families.link(staff[i], i);
  return families.take();
}

}  // namespace letopis::intake

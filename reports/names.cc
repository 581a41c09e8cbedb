#include "reports/names.h"

#include <fmt/format.h>

namespace letopis::reports {

using namespace terminal;

namespace {

// The first letter with a full stop; letters take as many bytes as UTF-8 gives them.
std::string initial(const std::string& name) {
  std::size_t bytes = 1;
  while (bytes < name.size() && (static_cast<unsigned char>(name[bytes]) & 0xc0) == 0x80) ++bytes;
  return name.substr(0, bytes) + ".";
}

std::string sort_key(const PersonName& name) {
  std::string key = name.family + " " + name.given + " " + name.patronymic;
  for (const auto& [letter, stands_as] : {std::pair{"ё", "е"}, std::pair{"Ё", "Е"}}) {
    const std::string_view from(letter);
    for (auto at = key.find(from); at != std::string::npos; at = key.find(from, at)) {
      key.replace(at, from.size(), stands_as);
    }
  }
  return key;
}

}  // namespace

const PersonName& NameBook::name(events::PersonNumber person) const {
  const auto found = known_.find(person);
  if (found != known_.end()) return found->second;
  PersonName name;
  for (const auto& field : directory_.person_fields(person)) {
    std::string* to = field.field == events::PersonField::kFamilyName   ? &name.family
                      : field.field == events::PersonField::kGivenName  ? &name.given
                      : field.field == events::PersonField::kPatronymic ? &name.patronymic
                                                                        : nullptr;
    if (!to) continue;
    const auto text = texts_.find(person, field.text);
    name.lost = name.lost || !text;
    *to = text.value_or("");
  }
  return known_.emplace(person, std::move(name)).first->second;
}

std::string NameBook::nameless(events::PersonNumber person) const {
  if (person.value == 0) return std::string(Text{"основатель", "the founder"}.in(language_));
  if (directory_.erased(person)) {
    return fill(language_, {"№ {} (стёрт)", "No. {} (erased)"}, person.value);
  }
  return fill(language_, {"№ {}", "No. {}"}, person.value);
}

std::string NameBook::full(events::PersonNumber person) const {
  const auto& known = name(person);
  if (!known.known()) return nameless(person);
  return known.patronymic.empty()
             ? common(person)
             : fmt::format("{} {} {}", known.family, known.given, known.patronymic);
}

std::string NameBook::common(events::PersonNumber person) const {
  const auto& known = name(person);
  if (!known.known()) return nameless(person);
  return fmt::format("{} {}", known.family, known.given);
}

std::string NameBook::brief(events::PersonNumber person) const {
  const auto& known = name(person);
  if (!known.known()) return nameless(person);
  std::string out = known.family;
  for (const auto* one : {&known.given, &known.patronymic}) {
    if (!one->empty()) out += "\u00a0" + initial(*one);
  }
  return out;
}

std::vector<events::PersonNumber> NameBook::asked_for() const {
  std::vector<events::PersonNumber> people;
  for (const auto& [person, name] : known_) people.push_back(person);
  return people;
}

std::vector<events::PersonNumber> NameBook::lost() const {
  std::vector<events::PersonNumber> out;
  for (const auto& [person, name] : known_) {
    if (name.lost) out.push_back(person);
  }
  return out;
}

bool NameBook::before(events::PersonNumber left, events::PersonNumber right) const {
  const auto& a = name(left);
  const auto& b = name(right);
  if (a.known() != b.known()) return a.known();
  if (!a.known()) return left < right;
  const auto left_key = sort_key(a);
  const auto right_key = sort_key(b);
  return left_key == right_key ? left < right : left_key < right_key;
}

}  // namespace letopis::reports

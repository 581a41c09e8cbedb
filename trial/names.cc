#include "trial/names.h"

#include <string_view>

#include "trial/names_lists.h"

namespace letopis::trial {
namespace {

constexpr std::size_t kLetterBytes = 2;  // of a Cyrillic letter in UTF-8

bool ends(std::string_view text, std::string_view ending) { return text.ends_with(ending); }

// Семёнов → Семёнова, Никитин → Никитина, Ковальский → Ковальская, Толстой → Толстая; the rest
// (Шевченко, Белых, Мельник of a woman) does not change.
std::string family_name(std::size_t which, Sex sex) {
  const std::string_view name = kFamilyNames[which];
  if (sex == Sex::kMale) return std::string(name);
  if (ends(name, "ов") || ends(name, "ев") || ends(name, "ёв") || ends(name, "ин") ||
      ends(name, "ын")) {
    return std::string(name) + "а";
  }
  if (ends(name, "ий") || ends(name, "ый") || ends(name, "ой")) {
    return std::string(name.substr(0, name.size() - 2 * kLetterBytes)) + "ая";
  }
  return std::string(name);
}

std::uint32_t size_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

std::string any_given(Sex sex, Random& random) {
  if (sex == Sex::kMale) return std::string(kMen[random.below(size_of(std::size(kMen)))].given);
  return std::string(kWomen[random.below(size_of(std::size(kWomen)))]);
}

std::string patronymic(std::size_t father, Sex sex) {
  return std::string(sex == Sex::kMale ? kMen[father].son : kMen[father].daughter);
}

}  // namespace

Man any_man(Random& random) {
  Man man;
  man.family = random.below(size_of(std::size(kFamilyNames)));
  man.given = random.below(size_of(std::size(kMen)));
  return man;
}

PersonName name_of(const Man& man, Random& random) {
  const std::size_t father = random.below(size_of(std::size(kMen)));
  return {family_name(man.family, Sex::kMale), std::string(kMen[man.given].given),
          patronymic(father, Sex::kMale)};
}

PersonName any_grown_up(Sex sex, Random& random) {
  if (sex == Sex::kMale) return name_of(any_man(random), random);
  return wife_of(any_man(random), random);
}

PersonName wife_of(const Man& man, Random& random) {
  std::string given = any_given(Sex::kFemale, random);
  const std::size_t father = random.below(size_of(std::size(kMen)));
  return {family_name(man.family, Sex::kFemale), std::move(given),
          patronymic(father, Sex::kFemale)};
}

PersonName child_of(const Man& man, Sex sex, Random& random) {
  return {family_name(man.family, sex), any_given(sex, random), patronymic(man.given, sex)};
}

std::string with_initials(const PersonName& name) {
  return name.family + " " + name.given.substr(0, kLetterBytes) + ". " +
         name.patronymic.substr(0, kLetterBytes) + ".";
}

std::size_t family_names() { return std::size(kFamilyNames); }
std::size_t given_names(Sex sex) { return sex == Sex::kMale ? std::size(kMen) : std::size(kWomen); }
std::size_t patronymics() { return std::size(kMen); }

}  // namespace letopis::trial

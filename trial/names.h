// Russian names for people who do not exist.
#pragma once

#include <string>

#include "trial/random.h"

namespace letopis::trial {

enum class Sex : std::uint8_t { kMale, kFemale };

struct PersonName {
  std::string family;
  std::string given;
  std::string patronymic;
  bool operator==(const PersonName&) const = default;
};

// Which man: his given name also makes his children's patronymic.
struct Man {
  std::size_t family = 0;
  std::size_t given = 0;
};

// Grown-ups bear the given names of their generation.
Man any_man(Random& random);
PersonName name_of(const Man& man, Random& random);
PersonName any_grown_up(Sex sex, Random& random);

// The wife of a man, under his family name; and a child of his.
PersonName wife_of(const Man& man, Random& random);
PersonName child_of(const Man& man, Sex sex, Random& random);

// "Петрова М. И."
std::string with_initials(const PersonName& name);

// Sizes of the lists, for whoever wonders how many people they are good for.
std::size_t family_names();
std::size_t given_names(Sex sex);
std::size_t patronymics();

}  // namespace letopis::trial

#include "intake/people.h"

#include "regulations/civil_day.h"

namespace letopis::intake {

std::vector<PersonText> texts_of(const PersonData& data) {
  using events::PersonField;
  std::vector<PersonText> texts = {{PersonField::kFamilyName, data.family_name},
                                   {PersonField::kGivenName, data.given_name}};
  if (data.patronymic) texts.push_back({PersonField::kPatronymic, *data.patronymic});
  if (data.birth_date) {
    texts.push_back({PersonField::kBirthDate, regulations::iso(*data.birth_date)});
  }
  if (data.sex) texts.push_back({PersonField::kSex, *data.sex});
  if (data.phone) texts.push_back({PersonField::kPhone, *data.phone});
  if (data.email) texts.push_back({PersonField::kEmail, *data.email});
  return texts;
}

std::string full_name(const PersonData& data) {
  std::string name = data.family_name + " " + data.given_name;
  if (data.patronymic) name += " " + *data.patronymic;
  return name;
}

}  // namespace letopis::intake

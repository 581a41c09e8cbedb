#include "trial/names.h"

#include <gtest/gtest.h>

#include <set>

#include "events/text.h"

namespace letopis::trial {
namespace {

TEST(Names, ListsAreLongEnoughForASchool) {
  EXPECT_GE(family_names(), 150U);
  EXPECT_GE(given_names(Sex::kMale), 50U);
  EXPECT_GE(given_names(Sex::kFemale), 50U);
  EXPECT_GE(patronymics(), 40U);
}

TEST(Names, WomenBearTheFemaleFormAndChildrenTheFathersPatronymic) {
  Random random(1);
  std::set<std::string> seen;
  for (int i = 0; i < 400; ++i) {
    const Man man = any_man(random);
    const PersonName father = name_of(man, random);
    const PersonName mother = wife_of(man, random);
    const PersonName son = child_of(man, Sex::kMale, random);
    const PersonName daughter = child_of(man, Sex::kFemale, random);
    EXPECT_EQ(son.family, father.family);
    EXPECT_EQ(daughter.family, mother.family);
    EXPECT_TRUE(son.patronymic.ends_with("ич")) << son.patronymic;
    EXPECT_TRUE(daughter.patronymic.ends_with("на")) << daughter.patronymic;
    if (father.family.ends_with("ов") || father.family.ends_with("ин")) {
      EXPECT_EQ(mother.family, father.family + "а");
    }
    if (father.family.ends_with("ский")) {
      EXPECT_TRUE(mother.family.ends_with("ская")) << mother.family;
    }
    for (const PersonName& name : {father, mother, son, daughter}) {
      EXPECT_TRUE(events::is_plain_text(name.family + name.given + name.patronymic));
    }
    seen.insert(son.family + son.given + son.patronymic);
  }
  EXPECT_GE(seen.size(), 390U);
}

TEST(Names, InitialsAreTheFirstLetters) {
  EXPECT_EQ(with_initials({"Петрова", "Мария", "Ивановна"}), "Петрова М. И.");
}

}  // namespace
}  // namespace letopis::trial

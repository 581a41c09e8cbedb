#include "intake/class_name.h"

#include <gtest/gtest.h>

namespace letopis::intake {
namespace {

std::string read(std::string_view text) {
  const auto name = class_named(text);
  return name ? name->text() : "none";
}

TEST(ClassName, ManySpellingsMeanOneClass) {
  for (const std::string_view one :
       {"5А", "5а", " 5 А ", "5-А", "5 «А»", "5\"а\"", "5.А", "5А класс", "5A", "5\u00A0а"}) {
    EXPECT_EQ(read(one), "5А") << one;
  }
}

TEST(ClassName, ASmallSchoolHasClassesWithoutALetter) {
  EXPECT_EQ(read("11"), "11");
  EXPECT_EQ(read("9 класс"), "9");
  EXPECT_FALSE(class_named("9")->letter);
}

TEST(ClassName, GradesEndWhereSchoolsDo) {
  EXPECT_EQ(read("1Я"), "1Я");
  EXPECT_EQ(read("12Б"), "12Б");
  for (const std::string_view one :
       {"0А", "13А", "100", "А", "", "класс", "5Ъ", "5АБ", "5Ы", "-5А5", "5Z", "5ё5", "05550А"}) {
    EXPECT_EQ(read(one), "none") << one;
  }
}

}  // namespace
}  // namespace letopis::intake

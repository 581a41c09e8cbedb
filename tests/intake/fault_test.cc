#include "intake/fault.h"

#include <gtest/gtest.h>

namespace letopis::intake {
namespace {

TEST(Fault, ColumnsAreLetteredAsSpreadsheetsDo) {
  EXPECT_EQ(column_letters(1), "A");
  EXPECT_EQ(column_letters(26), "Z");
  EXPECT_EQ(column_letters(27), "AA");
  EXPECT_EQ(column_letters(52), "AZ");
  EXPECT_EQ(column_letters(702), "ZZ");
  EXPECT_EQ(column_letters(703), "AAA");
}

TEST(Fault, APlaceSaysWhatIsKnownOfIt) {
  EXPECT_EQ(said({"users.csv", 4, 3, "Дата рождения"}).ru,
            "файл users.csv, строка 4, столбец C «Дата рождения»");
  EXPECT_EQ(said({{}, 4, 3, {}}).en, "row 4, column C");
  EXPECT_EQ(said({}).ru, "");
}

TEST(Fault, AnExcerptCutsBetweenCharactersAndShowsNoControls) {
  std::string letters;
  for (int i = 0; i < 41; ++i) letters += "ж";
  EXPECT_EQ(excerpt(letters), letters.substr(0, 80) + "…");
  EXPECT_EQ(excerpt(letters.substr(2)), letters.substr(2));
  EXPECT_EQ(excerpt("a\x1b[2J\nb\xff"), "a?[2J b?");
}

TEST(Fault, ThousandsOfFaultsAreCountedAndTheFirstListed) {
  RecordProperty("requirement", "SET-06");
  Faults faults;
  for (std::size_t i = 0; i < 1'000; ++i) {
    faults.add({"people.class", {{}, i + 2, 1, "Класс"}, "5Ъ", {"это не класс", "no class"}});
  }
  EXPECT_EQ(faults.count(), 1'000U);
  ASSERT_EQ(faults.listed().size(), kMaxListedFaults);
  EXPECT_EQ(faults.listed().front().place.row, 2U);
  const Refusal refusal = refusal_of(faults);
  EXPECT_EQ(refusal.code, "intake.faulty");
  EXPECT_EQ(
      refusal.says.ru,
      "из файла ничего не взято, ошибок в нём: 1000; первая: строка 2, столбец A «Класс»: это "
      "не класс");
  EXPECT_FALSE(refusal.allowed.ru.empty());

  Faults of_a_set;
  of_a_set.add_all_of("users.csv", faults);
  EXPECT_EQ(of_a_set.count(), 1'000U);
  EXPECT_EQ(of_a_set.listed().back().place.file, "users.csv");
}

}  // namespace
}  // namespace letopis::intake

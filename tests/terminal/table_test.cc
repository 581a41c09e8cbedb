#include "terminal/table.h"

#include <gtest/gtest.h>

namespace letopis::terminal {
namespace {

TEST(Table, CyrillicTakesOneColumnALetter) {
  EXPECT_EQ(width_of("Ёлкина Щука"), 11U);
  EXPECT_EQ(width_of("3→4"), 3U);
  EXPECT_EQ(width_of(""), 0U);
}

TEST(Table, ColoursAndCombiningMarksTakeNone) {
  EXPECT_EQ(width_of("\x1b[1;32mда\x1b[0m"), 2U);
  EXPECT_EQ(width_of("и\u0306"), 1U);
}

TEST(Table, LongTextsAreCutWithAnEllipsis) {
  EXPECT_EQ(cut_to("Константинопольский", 10), "Константи…");
  EXPECT_EQ(cut_to("Константинопольский", 19), "Константинопольский");
  EXPECT_EQ(cut_to("да нет", 4), "да…");
  EXPECT_EQ(cut_to("да", 0), "");
}

TEST(Table, TextsArePaddedToTheirSide) {
  EXPECT_EQ(padded("да", 4), "да  ");
  EXPECT_EQ(padded("да", 4, Align::kRight), "  да");
  EXPECT_EQ(padded("да", 5, Align::kCentre), " да  ");
  EXPECT_EQ(padded("нет", 2), "нет");
}

TEST(Table, LinesBreakAtSpacesOnly) {
  const std::vector<std::string> expected{"раз два", "три", "четырнадцать"};
  EXPECT_EQ(wrapped("раз два три четырнадцать", 8), expected);
  EXPECT_EQ(wrapped("5,5\u00a0с", 3), std::vector<std::string>{"5,5\u00a0с"});
}

TEST(Table, ColumnsAreAsWideAsTheirWidestCell) {
  Table table({{"Класс"}, {"Учеников", Align::kRight}});
  table.row({"5а", "25"});
  table.row({"10б", "7"});
  table.rule();
  table.row({"Всего", "32"});
  EXPECT_EQ(table.print(1),
            " Класс  Учеников\n"
            " ─────  ────────\n"
            " 5а           25\n"
            " 10б           7\n"
            " ─────  ────────\n"
            " Всего        32\n");
}

TEST(Table, AColumnMayBeLimited) {
  Table table({{"Имя", Align::kLeft, 5}});
  table.row({"Александра"});
  EXPECT_EQ(table.print(0), "Имя\n─────\nАлек…\n");
}

}  // namespace
}  // namespace letopis::terminal

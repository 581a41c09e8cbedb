#include "intake/csv.h"

#include <gtest/gtest.h>

#include "intake/fault_lines.h"

namespace letopis::intake {
namespace {

using Lines = std::vector<std::string>;
using Cells = std::vector<std::string>;

// «Имя;Класс» CRLF «Ёлкина №1 – “Я”;5А» in Windows-1251.
constexpr std::string_view kWindows1251 =
    "\xC8\xEC\xFF;\xCA\xEB\xE0\xF1\xF1\r\n\xA8\xEB\xEA\xE8\xED\xE0 \xB9"
    "1 \x96 \x93\xDF\x94;5\xC0\r\n";

TEST(Csv, RowsKeepTheNumbersThatASpreadsheetShows) {
  const auto table = read_csv("\n;;\r\nA;B\r\n\r\n1;2\r\n;\n3;4");
  ASSERT_TRUE(table) << lines_of(table).front();
  EXPECT_EQ(table->heading, (Row{3, {"A", "B"}}));
  EXPECT_EQ(table->rows, (std::vector<Row>{{5, {"1", "2"}}, {7, {"3", "4"}}}));
}

TEST(Csv, TheSeparatorIsTheOneOfTheHeading) {
  for (const std::string_view text : {"A;B\n1,5;2", "A\tB\n1,5\t2", "\"A\",B\n\"1,5\",2",
                                      "sep=;\r\nA;B\r\n1,5;2", "\"A\";\"B\"\n\"1,5\";2"}) {
    const auto table = read_csv(text);
    ASSERT_TRUE(table) << text;
    EXPECT_EQ(table->rows.front().cells, (Cells{"1,5", "2"})) << text;
  }
}

TEST(Csv, QuotedCellsHoldSeparatorsQuotesAndLineBreaks) {
  const auto table = read_csv("A;B\r\n\"x;\"\"y\"\"\r\nz\";\"\"\r\nlast;1\r\n");
  ASSERT_TRUE(table) << lines_of(table).front();
  EXPECT_EQ(table->rows[0], (Row{2, {"x;\"y\"\nz", ""}}));
  EXPECT_EQ(table->rows[1].number, 3U) << "a record counts once, however many lines it takes";
}

TEST(Csv, AByteOrderMarkIsNoPartOfTheHeading) {
  EXPECT_EQ(table_from("\xEF\xBB\xBF\"Имя\";Б\nАня;1").heading.cells, (Cells{"Имя", "Б"}));
}

TEST(Csv, RussianExcelsEncodingIsRecognised) {
  RecordProperty("requirement", "SET-06");
  const auto table = read_csv(kWindows1251);
  ASSERT_TRUE(table) << lines_of(table).front();
  EXPECT_EQ(table->heading.cells, (Cells{"Имя", "Класс"}));
  EXPECT_EQ(table->rows.front().cells, (Cells{"Ёлкина №1 – “Я”", "5А"}));
}

TEST(Csv, ABrokenByteInUtf8IsAFaultOfItsCellAndNoOtherEncoding) {
  RecordProperty("requirement", "SET-06");
  EXPECT_EQ(lines_of(read_csv("Имя;Класс\nАня;5А\nБо\xD1;5Б\nВера;5\xFF")),
            (Lines{"table.text R3 C1 Бо?", "table.text R4 C2 5?"}));
  EXPECT_EQ(lines_of(read_csv("A;B\n1;\x1b[31m")), (Lines{"table.text R2 C2 ?[31m"}));
}

TEST(Csv, UnevenRowsAreFaultsOfTheirRows) {
  RecordProperty("requirement", "SET-06");
  EXPECT_EQ(lines_of(read_csv("A;B;C\n1;2;3\n1;2\n1;2;3;\n1;2;3;4\n")),
            (Lines{"table.row R3", "table.row R5 C4 4"}));
  EXPECT_EQ(lines_of(read_csv("A;;C\n1;;3\n1;x;3\n")), (Lines{"table.row R3 C2 x"}));
}

TEST(Csv, StrayQuotesAreFaultsOfTheirCells) {
  RecordProperty("requirement", "SET-06");
  EXPECT_EQ(lines_of(read_csv("A;B\n1;2\n3;\"4\n5;6\n")), (Lines{"csv.quote R3 C2"}));
  EXPECT_EQ(lines_of(read_csv("A;B\n\"1\"x;2\n")), (Lines{"csv.quote R2 C1"}));
  EXPECT_EQ(table_from("A;B\nпапа \"5\";2").rows.front().cells.front(), "папа \"5\"")
      << "a quote inside an unquoted cell is a sign like others";
}

TEST(Csv, FormulaGuardsAreTakenOffAndOtherApostrophesStay) {
  const auto table = table_from("A;B;C;D\n'=1+2;\"=\"\"0012\"\"\";'+7 900;'s\n'-;'@x;O'Neil;'\n");
  EXPECT_EQ(table.rows[0].cells, (Cells{"=1+2", "0012", "+7 900", "'s"}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"-", "@x", "O'Neil", "'"}));
}

TEST(Csv, SpacesOfAnyKindAroundACellMeanNothing) {
  EXPECT_EQ(table_from("A;B\n\u00A0 x \u202F;\"\n y\tz \n\"").rows.front().cells,
            (Cells{"x", "y z"}));
}

TEST(Csv, WithoutARowThereIsNoTable) {
  for (const std::string_view text : {"", "\n\n", "A;B\n", "A;B\n;\n \n", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(lines_of(read_csv(text)), (Lines{"table.empty"})) << text;
  }
}

TEST(Csv, OtherFilesAreNamedForWhatTheyAre) {
  EXPECT_EQ(lines_of(read_csv(std::string_view("\xFF\xFE\x41\x00", 4))), (Lines{"encoding.utf16"}));
  EXPECT_EQ(lines_of(read_csv("PK\x03\x04zip")), (Lines{"encoding.spreadsheet"}));
  EXPECT_EQ(lines_of(read_csv("\xD0\xCF\x11\xE0\xA1")), (Lines{"encoding.spreadsheet"}));
}

TEST(Csv, LimitsHoldToTheLastRowColumnAndByte) {
  RecordProperty("requirement", "SET-06");
  std::string rows = "A\n";
  for (std::size_t i = 1; i < kMaxRows; ++i) rows += "1\n";
  EXPECT_TRUE(read_csv(rows));
  EXPECT_EQ(lines_of(read_csv(rows + "1\n")), (Lines{"table.rows R20001"}));

  std::string columns = "A";
  for (std::size_t i = 1; i < kMaxColumns; ++i) columns += ";A";
  EXPECT_TRUE(read_csv(columns + "\n" + columns));
  EXPECT_EQ(lines_of(read_csv(columns + ";A\n")), (Lines{"table.columns R1 C201"}));

  const std::string cell(kMaxCellBytes, 'x');
  EXPECT_TRUE(read_csv("A\n" + cell));
  EXPECT_EQ(lines_of(read_csv("A\n" + cell + "x")).front().substr(0, 23),
            "table.cell_size R2 C1 x");

  EXPECT_EQ(lines_of(read_csv(std::string(kMaxFileBytes + 1, ' '))), (Lines{"csv.size"}));
}

}  // namespace
}  // namespace letopis::intake

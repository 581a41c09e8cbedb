#include "intake/xlsx.h"

#include <gtest/gtest.h>

#include "intake/fault_lines.h"
#include "intake/made_workbook.h"
#include "intake/table_file.h"
#include "intake/zip_parts.h"

namespace letopis::intake {
namespace {

using Lines = std::vector<std::string>;
using Cells = std::vector<std::string>;

std::string sheet_of(const std::string& rows) {
  return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}
std::string head_and(const std::string& rows) {
  return sheet_of(
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>A</v></c><c r=\"B1\" t=\"str\"><v>B</v></c>"
      "</row>" +
      rows);
}

TEST(Xlsx, CellsComeAsPeopleSeeThem) {
  RecordProperty("requirement", "SET-06");
  MadeWorkbook made("Люди");
  for (unsigned column = 1; column <= 7; ++column)
    made.text(2, column, "H" + std::to_string(column));
  made.text(4, 1, " Иванов & <Ко>\u00A0");
  made.number(4, 2, 40'972, "dd.mm.yyyy");
  made.number(4, 3, 79'121'234'567);
  made.number(4, 4, 8.5 / 24, "hh:mm");
  made.truth(4, 5, true);
  made.formula(4, 6, "=\"a\"&\"b\"", "ab");
  made.rich_text(4, 7, "да", "нет");
  made.format_only(900, 150);
  const auto table = read_xlsx(made.take());
  ASSERT_TRUE(table) << lines_of(table).front();
  EXPECT_EQ(table->heading.number, 2U);
  ASSERT_EQ(table->rows.size(), 1U);
  EXPECT_EQ(
      table->rows.front(),
      (Row{4, {"Иванов & <Ко>", "2012-03-04", "79121234567", "08:30", "ИСТИНА", "ab", "данет"}}));
}

TEST(Xlsx, TheFirstSheetIsReadUnlessOneIsNamed) {
  const auto make = [] {
    MadeWorkbook made("Первый");
    made.text(1, 1, "A");
    made.text(2, 1, "first");
    made.add_sheet("Второй лист");
    made.text(1, 1, "A");
    made.text(2, 1, "second");
    return made.take();
  };
  const std::string bytes = make();
  EXPECT_EQ(read_xlsx(bytes)->rows.front().cells, (Cells{"first"}));
  EXPECT_EQ(read_xlsx(bytes, "второй ЛИСТ")->rows.front().cells, (Cells{"second"}));
  const auto none = read_xlsx(bytes, "Третий");
  EXPECT_EQ(lines_of(none), (Lines{"xlsx.sheet"}));
  EXPECT_NE(none.faults().listed().front().says.ru.find("Первый, Второй лист"), std::string::npos);
}

TEST(Xlsx, WorkbooksAndCsvAreToldApartByTheirBytes) {
  MadeWorkbook made("A");
  made.text(1, 1, "A");
  made.text(2, 1, "x");
  const auto workbook = read_table(made.take());
  ASSERT_TRUE(workbook);
  EXPECT_EQ(*workbook, *read_table("A\nx\n"));
  const auto old = read_table("\xD0\xCF\x11\xE0\xA1");
  EXPECT_EQ(lines_of(old), (Lines{"xlsx.not"}));
  EXPECT_NE(old.faults().listed().front().says.ru.find(".xlsx без пароля"), std::string::npos);
}

TEST(Xlsx, ShortRowsAreBlankAtTheirEndAndExtraCellsAreFaults) {
  MadeWorkbook made("A");
  made.text(1, 1, "A");
  made.text(1, 2, "B");
  made.text(2, 1, "x");
  made.text(3, 4, "extra");
  EXPECT_EQ(lines_of(read_xlsx(made.take())), (Lines{"table.row R3 C4 extra"}));
}

TEST(Xlsx, ABareWorkbookOfAnotherProgramIsReadToo) {
  const auto table = read_xlsx(packed(bare_workbook(
      "<x:worksheet xmlns:x=\"x\"><x:sheetData><x:row><x:c "
      "t=\"inlineStr\"><x:is><x:t>A</x:t></x:is>"
      "</x:c><x:c t=\"str\"><x:v>B</x:v></x:c></x:row><x:row><x:c t=\"d\"><x:v>2012-03-04T00:00:00"
      "</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:r><x:t>x_x000D_</x:t></x:r><x:rPh><x:t>no</x:t>"
      "</x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>")));
  ASSERT_TRUE(table) << lines_of(table).front();
  EXPECT_EQ(table->rows.front(), (Row{2, {"2012-03-04", "x"}}));
}

TEST(Xlsx, CellsThatSayNothingCertainAreFaultsByRowAndColumn) {
  RecordProperty("requirement", "SET-06");
  const auto read = [](const std::string& rows) {
    return lines_of(read_xlsx(packed(bare_workbook(head_and(rows)))));
  };
  EXPECT_EQ(
      read("<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#REF!</v></c><c r=\"B3\"><f>1+1</f></c></row>"),
      (Lines{"xlsx.cell R3 C1 #REF!", "xlsx.cell R3 C2"}));
  EXPECT_EQ(read("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>1x</v></c></row>"),
            (Lines{"xlsx.cell R2 C1 0", "xlsx.cell R2 C2 1x"}));
  EXPECT_EQ(read("<row r=\"2\"><c r=\"A2\"><v>inf</v></c><c r=\"B2\"><v>1e999</v></c></row>"),
            (Lines{"xlsx.cell R2 C1 inf", "xlsx.cell R2 C2 1e999"}));
}

TEST(Xlsx, RowsAndColumnsPastTheLimitsAreRefused) {
  const auto read = [](const std::string& rows) {
    return lines_of(read_xlsx(packed(bare_workbook(head_and(rows)))));
  };
  EXPECT_EQ(read("<row r=\"20001\"><c r=\"A20001\"><v>1</v></c></row>"),
            (Lines{"table.rows R20001"}));
  EXPECT_EQ(read("<row r=\"2\"><c r=\"GS2\"><v>1</v></c></row>"), (Lines{"table.columns R2 C201"}));
  EXPECT_EQ(read("<row r=\"999999999\"><c r=\"ZZZ999999999\"><v>1</v></c></row>"),
            (Lines{"table.rows R20001"}));
  EXPECT_EQ(read("<row r=\"20000\"><c r=\"B20000\"><v>1</v></c></row>"), Lines{});
}

TEST(Xlsx, ATornFileIsRefusedWhereverItIsTorn) {
  RecordProperty("requirement", "SET-06");
  MadeWorkbook made("A");
  made.text(1, 1, "A");
  made.text(2, 1, "x");
  const std::string whole = made.take();
  ASSERT_TRUE(read_xlsx(whole));
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    EXPECT_FALSE(read_xlsx(whole.substr(0, size))) << size;
  }
  EXPECT_EQ(lines_of(read_xlsx("")), (Lines{"xlsx.not"}));
  EXPECT_EQ(lines_of(read_xlsx("A;B\n1;2\n")), (Lines{"xlsx.not"}));
  EXPECT_EQ(lines_of(read_xlsx("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")), (Lines{"xlsx.not"}));
}

TEST(Xlsx, AFlippedBitInAPartIsSeen) {
  Parts parts = bare_workbook(head_and("<row r=\"2\"><c r=\"A2\"><v>12345678</v></c></row>"));
  std::string bytes = packed(parts, Packing::kStore);
  ASSERT_TRUE(read_xlsx(bytes));
  bytes[bytes.find("12345678")] = '9';
  EXPECT_EQ(lines_of(read_xlsx(bytes)), (Lines{"zip.part"}));
}

TEST(Xlsx, ASmallFileThatUnpacksToAHugeOneEndsAtTheBudget) {
  RecordProperty("requirement", "SET-06");
  Parts parts = bare_workbook(head_and(std::string(kMaxUnpackedBytes, ' ')));
  const std::string bomb = packed(parts);
  EXPECT_LT(bomb.size(), 100'000U);
  EXPECT_EQ(lines_of(read_xlsx(bomb)), (Lines{"zip.unpacked"}));
  std::string elements;
  for (std::size_t i = 0; i <= kMaxElements; ++i) elements += "<a/>";
  EXPECT_EQ(lines_of(read_xlsx(packed(bare_workbook(head_and(elements))))), (Lines{"xlsx.xml"}));
}

TEST(Xlsx, AWorkbookWithoutItsPartsIsRefused) {
  const Parts whole = bare_workbook(head_and("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"));
  ASSERT_TRUE(read_xlsx(packed(whole)));
  for (const auto& [name, text] : whole) {
    Parts less = whole;
    less.erase(name);
    const bool no_book_at_all = name == "_rels/.rels";
    EXPECT_EQ(lines_of(read_xlsx(packed(less))), (Lines{no_book_at_all ? "xlsx.not" : "xlsx.xml"}))
        << name;
    Parts broken = whole;
    broken[name] = text.substr(0, text.size() / 2);
    EXPECT_FALSE(read_xlsx(packed(broken))) << name;
  }
  Parts other = whole;
  other["_rels/.rels"] = "<Relationships/>";
  EXPECT_EQ(lines_of(read_xlsx(packed(other))), (Lines{"xlsx.not"}));
}

}  // namespace
}  // namespace letopis::intake

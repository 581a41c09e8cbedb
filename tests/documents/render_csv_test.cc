#include "documents/render_csv.h"

#include <gtest/gtest.h>

#include "documents/samples.h"
#include "intake/csv.h"

namespace letopis::documents {
namespace {

std::string csv_of(const Document& document, CsvHolds holds = CsvHolds::kWhole) {
  const auto csv = render_csv(document, holds);
  return csv ? *csv : csv.refusal().code;
}

// The small document with one text in its first body cell.
Document with_text(std::string text) {
  Document document = small_document();
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].rows[0].cells[0] = words(std::move(text));
  return document;
}

TEST(Csv, IsWhatRussianExcelOpens) {
  RecordProperty("requirement", "REP-11");
  EXPECT_EQ(csv_of(small_document()),
            "\xEF\xBB\xBF"
            "7 «А»\r\nПериод;1 четверть\r\n\r\n№;Ученик;Алг.;Ср.;Кач.\r\nПервая группа\r\n"
            "1;Абрамова Алина;5;4,50;100,0%\r\nВсего;;5;4,50;64,0%\r\n");
}

TEST(Csv, InEnglishDecimalsHaveAPoint) {
  Document document = small_document();
  document.language = Language::kEnglish;
  EXPECT_NE(csv_of(document).find(";4.50;100.0%"), std::string::npos);
}

TEST(Csv, TablesAloneAreReadBackByIntake) {
  const auto table = intake::read_csv(csv_of(small_document(), CsvHolds::kTables));
  ASSERT_TRUE(table);
  using Cells = std::vector<std::string>;
  EXPECT_EQ(table->heading.cells, (Cells{"№", "Ученик", "Алг.", "Ср.", "Кач."}));
  EXPECT_EQ(table->rows[0].cells, (Cells{"1", "Абрамова Алина", "5", "4,50", "100,0%"}));
  EXPECT_EQ(table->rows[1].cells, (Cells{"Всего", "", "5", "4,50", "64,0%"}));
}

TEST(Csv, ATextIsNeverAFormula) {
  for (const char* text : {"=1+1", "+7 900", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\";\"y\")"}) {
    const std::string csv = csv_of(with_text(text), CsvHolds::kTables);
    const bool guarded =
        csv.find("\r\n'") != std::string::npos || csv.find("\r\n\"'") != std::string::npos;
    EXPECT_TRUE(guarded) << csv;
    const auto table = intake::read_csv(csv);
    ASSERT_TRUE(table) << text;
    EXPECT_EQ(table->rows[0].cells[0], text) << "the guard is taken off again";
  }
}

TEST(Csv, AStruckMarkIsNeverReadTogetherWithWhatStandsForIt) {
  RecordProperty("requirement", "REP-11");
  Document document = small_document();
  auto& cells = std::get<Table>(document.sheets[0].blocks[0]).groups[0].rows[0].cells;
  cells[0].content = Text{{"4", {.struck = true}}, {"5", {}}};
  cells[1].content = Text{{"2", {.struck = true}}};
  EXPECT_NE(csv_of(document).find("\r\n4→5;2→×;"), std::string::npos) << csv_of(document);
}

TEST(Csv, ANegativeValueIsAValue) {
  Document document = small_document();
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].rows[0].cells[0].content = Decimal{-5, 2};
  EXPECT_NE(csv_of(document).find("\r\n-0,05;"), std::string::npos);
}

TEST(Csv, SeparatorsQuotesAndLineBreaksAreQuoted) {
  EXPECT_NE(csv_of(with_text("a;\"b\"\nc")).find("\r\n\"a;\"\"b\"\"\nc\";"), std::string::npos);
}

TEST(Csv, WhatIsMalformedIsRefused) {
  Document document = small_document();
  document.sheets.clear();
  EXPECT_EQ(csv_of(document), "document.empty");
}

}  // namespace
}  // namespace letopis::documents

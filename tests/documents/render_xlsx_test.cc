#include "documents/render_xlsx.h"

#include <gtest/gtest.h>

#include "documents/programs.h"
#include "documents/samples.h"
#include "documents/workbook_names.h"
#include "intake/xlsx.h"

namespace letopis::documents {
namespace {

using Cells = std::vector<std::string>;

intake::Table read_back(const Document& document) {
  const auto xlsx = render_xlsx(document);
  EXPECT_TRUE(xlsx);
  auto table = intake::read_xlsx(*xlsx);
  EXPECT_TRUE(table);
  return table ? *table : intake::Table{};
}

// One part of the workbook, as its zip file holds it.
std::string part_of(const Document& document, const std::string& name) {
  const HeldFile file(*render_xlsx(document));
  return run("python3 -c 'import sys,zipfile;sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read("
             "sys.argv[2]).decode())' " +
             file.path() + " " + name)
      .out;
}

// Without heading, so that the reader finds the table's own.
Document bare() {
  Document document = small_document();
  document.sheets[0].heading = {};
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].caption.reset();
  return document;
}

TEST(Xlsx, IsReadBackByIntake) {
  RecordProperty("requirement", "REP-11");
  const auto table = read_back(bare());
  EXPECT_EQ(table.heading.cells, (Cells{"№", "Ученик", "Алг.", "Ср.", "Кач."}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (Cells{"1", "Абрамова Алина", "5", "4.5", "1"}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"Всего", "", "5", "4.5", "0.64"}));
}

TEST(Xlsx, ADayIsADay) {
  Document document = bare();
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].rows[0].cells[2].content =
      Date{2026, 2, 28};
  EXPECT_EQ(read_back(document).rows[0].cells[2], "2026-02-28");
}

TEST(Xlsx, ATextStaysAText) {
  Document document = bare();
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].rows[0].cells[2] = words("=1+1");
  EXPECT_EQ(read_back(document).rows[0].cells[2], "=1+1");
}

TEST(Xlsx, RunsOfSeveralLooksAreOneText) {
  Document document = bare();
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].rows[0].cells[2].content =
      Text{{"2", {.struck = true}}, {"", {}}, {"3", {.bold = true}}};
  EXPECT_EQ(read_back(document).rows[0].cells[2], "23");
}

TEST(Xlsx, TheHeadStaysInSightAndSpansAreSpans) {
  if (!is_installed("python3")) GTEST_SKIP() << "no python3";
  const Document document = journal_spread(30, 40);
  const std::string sheet = part_of(document, "xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<pane xSplit=\"2\" ySplit=\"7\" topLeftCell=\"C8\""), std::string::npos);
  EXPECT_NE(sheet.find("<mergeCell ref=\"A6:A7\"/>"), std::string::npos);
  EXPECT_NE(sheet.find("<mergeCell ref=\"C6:L6\"/>"), std::string::npos);
  EXPECT_NE(sheet.find("orientation=\"landscape\""), std::string::npos);
  EXPECT_NE(part_of(document, "xl/styles.xml").find("textRotation=\"90\""), std::string::npos);
  EXPECT_NE(part_of(document, "docProps/core.xml").find("2026-11-11T09:30:00Z"), std::string::npos);
}

TEST(Xlsx, TheSameDocumentIsTheSameBytesWheneverItIsMade) {
  const std::string printer = PRINT_DOCUMENT;
  const Said both = run(printer + " xlsx | sha256sum; sleep 2; TZ=Asia/Vladivostok LC_ALL=C " +
                        printer + " xlsx | sha256sum");
  const std::size_t half = both.out.size() / 2;
  ASSERT_GT(half, 60U) << both.out;
  EXPECT_EQ(both.out.substr(0, half), both.out.substr(half));
}

TEST(TabNames, AreWhatAWorkbookTakes) {
  EXPECT_EQ(tab_names({"7 «А»", "7 «а»", "a/b:c", "''x'", "", "History", "[]"}),
            (Cells{"7 «А»", "7 «а» 2", "a b c", "x", "-", "History 2", "- 2"}));
  const std::string long_name = "Обществознание и основы финансовой грамотности";
  EXPECT_EQ(tab_names({long_name, long_name}),
            (Cells{"Обществознание и основы финансо", "Обществознание и основы финан 2"}));
}

TEST(Xlsx, SheetsOfOneNameAreTwoTabs) {
  Document document = bare();
  document.sheets.push_back(document.sheets[0]);
  document.sheets[1].heading.title.clear();
  const auto xlsx = render_xlsx(document);
  ASSERT_TRUE(xlsx);
  EXPECT_TRUE(intake::read_xlsx(*xlsx, "7А 2"));
}

}  // namespace
}  // namespace letopis::documents

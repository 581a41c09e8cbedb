#include "reports/paper_code.h"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "documents/document.h"
#include "regulations/civil_day.h"

namespace letopis::reports {
namespace {

PaperCode sample() {
  PaperCode code;
  code.origin = "letopis.example/small";
  code.size = 18'204;
  code.root = signing::sha256(bytes_of(std::string_view("root")));
  code.request.report = Report::kSummarySheet;
  code.request.school_class = events::ClassNumber{3};
  code.request.days = {*regulations::parse_iso("2025-09-01"),
                       *regulations::parse_iso("2026-05-26")};
  code.sheet = 2;
  return code;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

std::string refusal_of(std::string_view text) {
  const auto code = parse_paper_code(text);
  return code ? std::string() : code.refusal().code;
}

TEST(PaperCode, SaysAllThatASheetIsMadeFrom) {
  RecordProperty("requirement", "PAP-05");
  EXPECT_EQ(print_paper_code(sample()),
            "letopis:v1 letopis.example/small 18204 "
            "SBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I "
            "summary_sheet class=3,from=2025-09-01,to=2026-05-26 2");
}

TEST(PaperCode, TheExampleOfItsDocumentIsRead) {
  std::ifstream file(LETOPIS_SOURCE_DIR "/docs/paper-code.md");
  ASSERT_TRUE(file);
  std::vector<std::string> examples;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("letopis:v1 letopis.")) examples.push_back(line);
  }
  ASSERT_EQ(examples.size(), 1U);
  EXPECT_EQ(parse_paper_code(examples.front()).value(), sample());
}

TEST(PaperCode, IsReadAsItWasPrinted) {
  PaperCode code = sample();
  code.request.group = events::GroupNumber{5};
  code.request.subject = events::SubjectNumber{7};
  code.request.person = events::PersonNumber{4'294'967'295};
  code.request.period = events::PeriodNumber{2};
  code.request.made_by = events::PersonNumber{1};
  code.request.language = terminal::Language::kEnglish;
  for (const auto& row : report_table()) {
    code.request.report = row.report;
    const auto read = parse_paper_code(print_paper_code(code));
    ASSERT_TRUE(read) << row.key;
    EXPECT_EQ(*read, code) << row.key;
  }
}

TEST(PaperCode, TheLongestFitsItsLimit) {
  PaperCode code = sample();
  code.origin.assign(kMaxPaperOriginBytes, 'a');
  code.size = std::numeric_limits<std::uint64_t>::max();
  code.sheet = documents::kMaxSheets;
  code.request.report = Report::kJournalAnalysis;
  const std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  code.request.school_class = events::ClassNumber{most};
  code.request.group = events::GroupNumber{most};
  code.request.subject = events::SubjectNumber{most};
  code.request.person = events::PersonNumber{most};
  code.request.period = events::PeriodNumber{most};
  code.request.made_by = events::PersonNumber{most};
  code.request.language = terminal::Language::kEnglish;
  const std::string text = print_paper_code(code);
  EXPECT_LE(text.size(), kMaxPaperCodeBytes);
  EXPECT_EQ(parse_paper_code(text).value(), code);
}

TEST(PaperCode, OneRequestHasOneText) {
  const std::string text = print_paper_code(sample());
  EXPECT_EQ(refusal_of(with(text, "18204", "018204")), "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, "class=3,", "class=3,class=3,")), "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, "class=3,from=2025-09-01", "from=2025-09-01,class=3")),
            "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, "class=3", "class=0")), "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, "class=3", "class=4294967296")), "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, "from=2025-09-01,", "")), "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, "to=2026-05-26", "to=2026-05-26,lang=de")),
            "paper_code.malformed");
  EXPECT_EQ(refusal_of(text + " "), "paper_code.malformed");
  EXPECT_EQ(refusal_of(with(text, " 2", "  2")), "paper_code.malformed");
}

TEST(PaperCode, ForeignAndLaterTextsAreRefused) {
  EXPECT_EQ(refusal_of(""), "paper_code.malformed");
  EXPECT_EQ(refusal_of("https://example.org/"), "paper_code.malformed");
  EXPECT_EQ(refusal_of(std::string(kMaxPaperCodeBytes + 1, 'l')), "paper_code.malformed");
  const std::string text = print_paper_code(sample());
  EXPECT_EQ(refusal_of(with(text, "letopis:v1", "letopis:v2")), "paper_code.version");
  EXPECT_EQ(refusal_of(with(text, "summary_sheet", "gossip")), "report.unknown");
  EXPECT_EQ(refusal_of(with(text, "18204", "0")), "paper_code.malformed");
  EXPECT_EQ(refusal_of(text.substr(0, text.size() - 1) + "0"), "paper_code.malformed");
  EXPECT_EQ(refusal_of(text.substr(0, text.size() - 1) + "2001"), "paper_code.malformed");
}

TEST(ReportTable, EveryReportIsFoundByItsKeyAlone) {
  RecordProperty("requirement", "REP-11");
  for (const auto& row : report_table()) {
    EXPECT_EQ(report_named(row.key).value(), row.report);
    EXPECT_FALSE(row.title.ru.empty());
    EXPECT_FALSE(row.title.en.empty());
  }
  EXPECT_EQ(report_named("").refusal().code, "report.unknown");
}

}  // namespace
}  // namespace letopis::reports

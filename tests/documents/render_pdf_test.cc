#include "documents/render_pdf.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <malloc.h>

#include "documents/programs.h"
#include "documents/samples.h"

namespace letopis::documents {
namespace {

using testing::HasSubstr;

std::string pdf_of(const Document& document) {
  auto renderer = PdfRenderer::open();
  EXPECT_TRUE(renderer);
  const auto pdf = renderer->render(document);
  EXPECT_TRUE(pdf) << pdf.refusal().says.en;
  return pdf ? *pdf : "";
}

// What pdftotext reads on pages [first, last].
std::string words_on(const std::string& pdf, int first, int last, const char* how = "-layout") {
  const HeldFile file(pdf);
  return run(fmt::format("pdftotext {} -f {} -l {} {} -", how, first, last, file.path())).out;
}

std::size_t pages_in(const std::string& pdf) {
  const HeldFile file(pdf);
  return std::stoul(run("qpdf --show-npages " + file.path()).out);
}

std::size_t count(const std::string& all, const std::string& one) {
  std::size_t found = 0;
  for (std::size_t at = all.find(one); at != std::string::npos; at = all.find(one, at + 1)) ++found;
  return found;
}

// A sheet of a table with two columns and as many rows.
Document rows(std::size_t number) {
  Document document = small_document();
  Table table;
  table.columns = {{.least_mm = 20, .names_row = true}, {.least_mm = 40}};
  table.head = {{{words("Голова"), words("Слово")}}};
  table.groups.emplace_back();
  for (std::size_t row = 0; row < number; ++row) {
    table.groups[0].rows.push_back({{words(fmt::format("строка-{}", row)), words("да")}});
  }
  document.sheets[0].blocks = {table};
  return document;
}

Table& table_of(Document& document) { return std::get<Table>(document.sheets[0].blocks[0]); }

class Pdf : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"pdftotext", "qpdf"}) {
      if (!is_installed(program)) GTEST_SKIP() << "no " << program;
    }
  }
};

TEST_F(Pdf, BothSidesOfTheJournalAreThere) {
  RecordProperty("requirement", "PAP-01");
  const std::string pdf = pdf_of(journal_spread(30, 40));
  const std::string left = words_on(pdf, 2, 2);
  for (const char* expected : {"7 «А» · Алгебра", "Абрамова Алина", "Яковлев Юрий", "сентябрь",
                               "Страница 2 из 5", "контрольная точка № 18 204"}) {
    EXPECT_THAT(left, HasSubstr(expected));
  }
  const std::string right = words_on(pdf, 3, 3);
  EXPECT_THAT(right, HasSubstr("Контрольная работа № 1 по теме «Выражения и тождества»"));
  EXPECT_THAT(right, HasSubstr("Домашнее задание"));
}

// The rows of a table of contents have the page on which each sheet begins, empty pages counted.
TEST_F(Pdf, ContentsHaveTheTruePages) {
  RecordProperty("requirement", "PAP-01");
  Document document = rows(150);
  document.sheets.insert(document.sheets.begin(), document.sheets.front());
  Document spread = journal_spread(30, 40);
  for (auto& sheet : spread.sheets) document.sheets.push_back(sheet);
  Table& contents = table_of(document);
  contents.groups[0].rows.resize(2);
  for (std::size_t line = 0; line < 2; ++line) {
    contents.groups[0].rows[line].cells[1] = {.page_of = line + 1};
  }
  const std::string pdf = pdf_of(document);
  const std::string first = words_on(pdf, 1, 1);
  for (std::size_t line = 0; line < 2; ++line) {
    const std::string name = fmt::format("строка-{}", line);
    const std::size_t at = first.find(name);
    ASSERT_NE(at, std::string::npos);
    const int page = std::stoi(first.substr(at + name.size()));
    EXPECT_THAT(words_on(pdf, page, page), HasSubstr(line == 0 ? "строка-2 " : "7 «А» · Алгебра"));
    EXPECT_EQ(words_on(pdf, page - 1, page - 1).find(line == 0 ? "строка-2 " : "Алгебра"),
              std::string::npos);
  }
}

TEST_F(Pdf, ACertifiersPlaceStandsAtTheEnd) {
  RecordProperty("requirement", "PAP-02");
  const std::string last = words_on(pdf_of(journal_spread(30, 40)), 5, 5);
  for (const char* expected : {"Заместитель директора по УВР", "Петрова Ольга Ивановна",
                               "(подпись)", "(фамилия, имя, отчество)", "(дата)"}) {
    EXPECT_THAT(last, HasSubstr(expected));
  }
}

TEST_F(Pdf, AHeadStandsOnEveryPageAndEveryRowOnce) {
  const std::string pdf = pdf_of(rows(150));
  const std::size_t pages = pages_in(pdf);
  EXPECT_GE(pages, 3U);
  const std::string all = words_on(pdf, 1, 99);
  EXPECT_EQ(count(all, "Голова"), pages);
  EXPECT_EQ(count(all, "да"), 150U);
  std::size_t from = 0;
  for (int row = 0; row < 150; ++row) {
    const std::size_t at = all.find(fmt::format("строка-{} ", row), from);
    ASSERT_NE(at, std::string::npos) << row;
    from = at;
  }
  EXPECT_EQ(count(all, "продолжение"), pages - 1);
}

// Wherever the page ends, for a few rows more and less.
TEST_F(Pdf, ACaptionAndTotalsAreNeverAlone) {
  for (std::size_t number = 44; number < 56; ++number) {
    Document document = rows(number);
    Table& table = table_of(document);
    table.groups.push_back({"Вторая группа", {table.groups[0].rows[0]}});
    table.totals = {{{words("Всего"), words("нет")}}};
    document.sheets[0].signatures.people = {{"Директор", {}, {}}};
    const std::string pdf = pdf_of(document);
    for (int page = 1; page <= static_cast<int>(pages_in(pdf)); ++page) {
      const std::string words = words_on(pdf, page, page);
      const std::size_t caption = words.find("Вторая группа");
      if (caption != std::string::npos) {
        EXPECT_THAT(words.substr(caption), HasSubstr("строка-0 ")) << number;
      }
      if (words.find("Всего") != std::string::npos) {
        EXPECT_THAT(words, HasSubstr("строка-")) << number;
        EXPECT_THAT(words, HasSubstr("Директор")) << number;
      }
    }
  }
}

TEST_F(Pdf, ARowHigherThanAPageGoesOnAndLosesNothing) {
  Document document = rows(3);
  std::string text;
  for (int word = 0; word < 700; ++word) text += fmt::format("слово{} ", word);
  table_of(document).groups[0].rows[1].cells[1] = words(text.substr(0, kMaxTextBytes));
  table_of(document).columns[1].most_mm = 40;
  const std::string pdf = pdf_of(document);
  EXPECT_GE(pages_in(pdf), 2U);
  const std::string all = words_on(pdf, 1, 99);
  const int last = static_cast<int>(count(text.substr(0, kMaxTextBytes), "слово")) - 1;
  for (int word = 0; word < last; ++word) {
    EXPECT_EQ(
        count(all, fmt::format("слово{} ", word)) + count(all, fmt::format("слово{}\n", word)), 1U)
        << word;
  }
}

TEST_F(Pdf, ATableTooWideGoesOnBesideTheNames) {
  Document document = journal_spread(30, 120);
  document.sheets[0].page.spread = Spread::kNone;
  document.sheets.pop_back();
  const std::string pdf = pdf_of(document);
  const std::size_t pages = pages_in(pdf);
  EXPECT_GE(pages, 3U);
  EXPECT_EQ(count(words_on(pdf, 1, 99), "Абрамова Алина"), pages);
}

TEST_F(Pdf, ALongNameIsNarrowedAndWhatIsCutStandsInFull) {
  Document document = rows(2);
  Table& table = table_of(document);
  table.columns[0] = {.least_mm = 24, .most_mm = 24, .fit = Fit::kShrink, .names_row = true};
  table.groups[0].rows[0].cells[0] = words("Константинова Мария");
  EXPECT_THAT(words_on(pdf_of(document), 1, 1), HasSubstr("Константинова Мария"));
  const std::string very_long =
      "Константинопольская Александра-Виктория Владиславовна, принята по приказу № 17";
  table.groups[0].rows[0].cells[0] = words(very_long);
  const std::string words = words_on(pdf_of(document), 1, 1);
  EXPECT_THAT(words, HasSubstr("…"));
  EXPECT_THAT(words, HasSubstr("– " + very_long));
}

TEST_F(Pdf, QpdfFindsNothingWrong) {
  const HeldFile file(pdf_of(journal_spread(30, 40)));
  const Said said = run("qpdf --check " + file.path());
  EXPECT_EQ(said.exit, 0) << said.out;
  EXPECT_THAT(said.out, HasSubstr("PDF Version: 1.4"));
}

TEST_F(Pdf, IsFitForAnArchive) {
  RecordProperty("requirement", "REP-11");
  const std::string java = "/usr/share/java/";
  std::string path;
  for (const char* jar : {"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging",
                          "javax.activation", "jaxb-api"}) {
    if (!is_file(java + jar + ".jar")) GTEST_SKIP() << "no " << jar << ".jar";
    path += java + jar + ".jar:";
  }
  if (!is_installed("java")) GTEST_SKIP() << "no java";
  Document exotic = rows(60);
  exotic.language = Language::kEnglish;
  exotic.title = "Title <&> \"x\"";
  exotic.author.clear();
  exotic.made = "1970-01-01T00:00:00Z";
  table_of(exotic).groups[0].rows[0].cells[1] = words("漢字 ☃ Ә Ң ffi “x” 😀 ÀÉ");
  const HeldFile journal(pdf_of(journal_spread(30, 40)));
  const HeldFile strange(pdf_of(exotic));
  for (const HeldFile* file : {&journal, &strange}) {
    const Said said =
        run("java -cp " + path + " org.apache.pdfbox.preflight.Validator_A1b " + file->path());
    EXPECT_THAT(said.out, HasSubstr("is a valid PDF/A-1b file")) << said.out;
  }
}

TEST_F(Pdf, TheSurroundingsHaveNoSayInTheBytes) {
  const std::string printer = std::string(PRINT_DOCUMENT) + " pdf 2>/dev/null | sha256sum";
  const std::string usual = run(printer).out;
  ASSERT_EQ(usual.size(), run("printf x | sha256sum").out.size());
  ASSERT_NE(usual, run("printf '' | sha256sum").out);
  for (const char* surroundings :
       {"TZ=Asia/Vladivostok", "LC_ALL=C", "LC_ALL=C.UTF-8", "LANG=tr_TR.UTF-8 LANGUAGE=tr",
        "FONTCONFIG_FILE=/dev/null", "FONTCONFIG_PATH=/nonexistent HOME=/nonexistent",
        "PANGO_LANGUAGE=sr"}) {
    EXPECT_EQ(run(std::string("env ") + surroundings + " " + printer).out, usual) << surroundings;
  }
}

TEST_F(Pdf, WhatWasRenderedBeforeHasNoSayEither) {
  auto renderer = PdfRenderer::open();
  ASSERT_TRUE(renderer);
  const auto first = renderer->render(journal_spread(30, 40));
  ASSERT_TRUE(renderer->render(rows(100)));
  const auto again = renderer->render(journal_spread(30, 40));
  ASSERT_TRUE(first && again);
  EXPECT_EQ(*first == *again, true);
}

TEST_F(Pdf, ARendererGivesBackWhatItHeld) {
  const auto held = [] { return mallinfo2().uordblks; };
  const auto open_and_close = [] { EXPECT_TRUE(PdfRenderer::open()); };
  for (int time = 0; time < 5; ++time) open_and_close();
  const std::size_t before = held();
  for (int time = 0; time < 50; ++time) open_and_close();
  EXPECT_LT(held(), before + 200'000) << "a kept font map would be a megabyte";
}

TEST_F(Pdf, EachSheetLeadsBackByItsCode) {
  RecordProperty("requirement", "PAP-05");
  for (const char* program : {"pdftoppm", "zbarimg"}) {
    if (!is_installed(program)) GTEST_SKIP() << "no " << program;
  }
  Document document = small_document();
  for (const std::string& code :
       {std::string("letopis.example/nn125 18204 fzqRwFXe"), std::string(kMaxCodeBytes, 'x')}) {
    document.sheets[0].footer.code = code;
    const HeldFile file(pdf_of(document));
    const Said said =
        run("pdftoppm -r 300 -png " + file.path() + " " + file.path() + " && zbarimg -q --raw " +
            file.path() + "-1.png; rm -f " + file.path() + "-*.png");
    EXPECT_THAT(said.out, HasSubstr(code));
  }
}

TEST_F(Pdf, WithoutFontsItSaysWhatIsMissing) {
  const auto renderer = PdfRenderer::open("/nonexistent");
  ASSERT_FALSE(renderer);
  EXPECT_EQ(renderer.refusal().code, "document.fonts");
  EXPECT_THAT(renderer.refusal().says.en, HasSubstr("PTS55F.ttf"));
}

}  // namespace
}  // namespace letopis::documents

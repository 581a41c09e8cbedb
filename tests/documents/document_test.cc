#include "documents/document.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "documents/samples.h"

namespace letopis::documents {
namespace {

std::string code_of(const Document& document) {
  const auto checked = check(document);
  return checked ? "" : checked.refusal().code;
}

Table& table_of(Document& document) { return std::get<Table>(document.sheets[0].blocks[0]); }

// The small document, changed.
template <class Change>
std::string code_after(Change change) {
  Document document = small_document();
  change(document);
  return code_of(document);
}

TEST(Document, SamplesAreWhole) {
  EXPECT_EQ(code_of(small_document()), "");
  EXPECT_EQ(code_of(journal_spread(30, 40)), "");
}

TEST(Document, AMomentIsGivenWithItsOffsetOrNotAtAll) {
  const auto with = [](const char* made) {
    return code_after([&](Document& document) { document.made = made; });
  };
  for (const char* good : {"2026-11-11T00:00:00Z", "2024-02-29T23:59:59-14:00"}) {
    EXPECT_EQ(with(good), "") << good;
  }
  for (const char* bad :
       {"", "2026-11-11", "2026-11-11T12:30:00", "2026-02-29T12:30:00Z", "2026-11-11T24:00:00Z",
        "2026-11-11T12:60:00Z", "2026-11-11T12:30:00+14:01", "2026-11-11T12:30:00+03:00 ",
        "2026-11-11T12:30:00+03:60", "+026-11-11T12:30:00Z", "1899-12-31T00:00:00Z"}) {
    EXPECT_EQ(with(bad), "document.made") << bad;
  }
}

TEST(Document, RowsAreFilledExactly) {
  const auto with = [](auto change) {
    return code_after([&](Document& document) { change(table_of(document)); });
  };
  EXPECT_EQ(with([](Table& table) { table.groups[0].rows[0].cells.pop_back(); }), "document.table");
  EXPECT_EQ(with([](Table& table) { table.groups[0].rows[0].cells.emplace_back(); }),
            "document.table");
  EXPECT_EQ(with([](Table& table) { table.totals[0].cells[0].columns = 3; }), "document.table");
  EXPECT_EQ(with([](Table& table) { table.totals[0].cells[0].columns = 0; }), "document.table");
  EXPECT_EQ(with([](Table& table) { table.totals[0].cells[0].columns = ~0U; }), "document.table");
}

TEST(Document, ASpanDoesNotLeaveItsGroup) {
  Document document = small_document();
  Table& table = table_of(document);
  table.groups[0].rows[0].cells[0].rows = 2;
  EXPECT_EQ(code_of(document), "document.table") << "there is no second row";
  Row second = table.groups[0].rows[0];
  second.cells.erase(second.cells.begin());
  table.groups[0].rows.push_back(second);
  EXPECT_EQ(code_of(document), "") << "the second row lists only what begins in it";
  table.groups[0].rows[0].cells[1].columns = 2;
  table.groups[0].rows[0].cells.erase(table.groups[0].rows[0].cells.begin() + 2);
  EXPECT_EQ(code_of(document), "") << "spans of both kinds side by side";
  table.groups[0].rows[1].cells[0].columns = 5;
  EXPECT_EQ(code_of(document), "document.table") << "a span over a cell that is taken";
}

TEST(Document, ColumnsHaveWidthsAndNamesComeFirst) {
  const auto with = [](auto change) {
    return code_after([&](Document& document) { change(table_of(document).columns); });
  };
  using Columns = std::vector<Column>;
  EXPECT_EQ(with([](Columns& columns) { columns[2].least_mm = 0; }), "document.table");
  EXPECT_EQ(with([](Columns& columns) { columns[2].least_mm = std::nan(""); }), "document.table");
  EXPECT_EQ(with([](Columns& columns) { columns[2].most_mm = 1; }), "document.table");
  EXPECT_EQ(with([](Columns& columns) { columns[2].most_mm = kMaxColumnMm + 1; }),
            "document.table");
  EXPECT_EQ(with([](Columns& columns) { columns[4].names_row = true; }), "document.table");
  EXPECT_EQ(with([](Columns& columns) { columns[2].share = kMaxShare + 1; }), "document.size");
  EXPECT_EQ(with([](Columns& columns) { columns.clear(); }), "document.table");
}

TEST(Document, OnlyAHeadIsRotatedAndThereIsOne) {
  EXPECT_EQ(code_after([](Document& document) { table_of(document).head.clear(); }),
            "document.table");
  EXPECT_EQ(code_after([](Document& document) {
              table_of(document).groups[0].rows[0].cells[0].rotated = true;
            }),
            "document.table");
}

TEST(Document, ValuesAreThoseThatCanBeKept) {
  const auto with = [](Content content) {
    return code_after([&](Document& document) {
      table_of(document).groups[0].rows[0].cells[0].content = std::move(content);
    });
  };
  EXPECT_EQ(with(Date{2024, 2, 29}), "");
  EXPECT_EQ(with(Date{2025, 2, 29}), "document.value");
  EXPECT_EQ(with(Date{1899, 12, 31}), "document.value");
  EXPECT_EQ(with(Integer{kMaxUnits}), "");
  EXPECT_EQ(with(Integer{kMaxUnits + 1}), "document.value");
  EXPECT_EQ(with(Integer{std::numeric_limits<std::int64_t>::min()}), "document.value");
  EXPECT_EQ(with(Decimal{1, kMaxPlaces}), "");
  EXPECT_EQ(with(Percent{1, kMaxPlaces + 1}), "document.value");
}

TEST(Document, TextsArePlain) {
  const auto with = [](std::string text) {
    return code_after([&](Document& document) { document.sheets[0].heading.title = text; });
  };
  EXPECT_EQ(with("Ёлкина «№ 1»\nвторая строка"), "");
  for (const char* bad : {"\xFF", "\xD0", "a\tb", "a\rb", "\x7F", "\xC2\x85", "\xEF\xBF\xBE",
                          "\xED\xA0\x80", "\xC0\x80"}) {
    EXPECT_EQ(with(bad), "document.text");
  }
  EXPECT_EQ(with(std::string("a\0b", 3)), "document.text");
  EXPECT_EQ(with(std::string(kMaxTextBytes, 'x')), "");
  EXPECT_EQ(with(std::string(kMaxTextBytes + 1, 'x')), "document.size");
}

TEST(Document, WhatStandsOnALineIsOneLine) {
  EXPECT_EQ(code_after([](Document& document) { document.sheets[0].footer.line = "a\nb"; }),
            "document.text");
  EXPECT_EQ(
      code_after([](Document& document) {
        document.sheets[0].signatures.people = {{std::string(kMaxLineBytes + 1, 'x'), {}, {}}};
      }),
      "document.size");
  EXPECT_EQ(code_after([](Document& document) { document.sheets[0].footer.code = ""; }),
            "document.empty");
  EXPECT_EQ(code_after([](Document& document) {
              document.sheets[0].footer.code = std::string(kMaxCodeBytes + 1, 'x');
            }),
            "document.size");
}

TEST(Document, PlacesForCellsAreCountedThoughASpanCoversThem) {
  Table wide;
  wide.columns.assign(kMaxTableColumns, Column{});
  Cell all = words("x");
  all.columns = kMaxTableColumns;
  wide.head = {{{all}}};
  all.rows = kMaxTableRows;
  wide.groups = {{{}, std::vector<Row>(kMaxTableRows)}};
  wide.groups[0].rows[0].cells = {all};
  EXPECT_EQ(code_after([&](Document& document) { document.sheets[0].blocks = {wide}; }),
            "document.size");
}

TEST(Document, ASpreadHasTwoSidesOfOnePaper) {
  Document document = journal_spread(3, 5);
  document.sheets[1].page.paper = Paper::kA5;
  EXPECT_EQ(code_of(document), "document.spread");
  document = journal_spread(3, 5);
  std::swap(document.sheets[0], document.sheets[1]);
  EXPECT_EQ(code_of(document), "document.spread");
  document = journal_spread(3, 5);
  document.sheets.pop_back();
  EXPECT_EQ(code_of(document), "document.spread");
}

TEST(Document, APageIsAskedForOfASheetThatIsThere) {
  const auto with = [](std::size_t sheet) {
    return code_after([sheet](Document& document) {
      table_of(document).groups[0].rows[0].cells[0].page_of = sheet;
    });
  };
  EXPECT_EQ(with(0), "");
  EXPECT_EQ(with(1), "document.page");
}

TEST(Document, SpaceAboveAParagraphIsBounded) {
  const auto with = [](double above_mm) {
    return code_after([above_mm](Document& document) {
      Paragraph paragraph{{{"Классный журнал", {}}}, Scale::kTitle, Align::kCentre};
      paragraph.above_mm = above_mm;
      document.sheets[0].blocks.emplace_back(paragraph);
    });
  };
  EXPECT_EQ(with(0), "");
  EXPECT_EQ(with(kMaxSpaceMm), "");
  for (const double bad : {-0.1, kMaxSpaceMm + 0.1, std::nan("")}) {
    EXPECT_EQ(with(bad), "document.size");
  }
}

TEST(Document, ARefusalNamesTheSheetAndTheTable) {
  Document document = journal_spread(3, 5);
  std::get<Table>(document.sheets[1].blocks[0]).groups[0].rows[0].cells.clear();
  const auto checked = check(document);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.refusal().says.ru,
            "лист 2: таблица 1: ячейки и объединения не заполняют строки ровно");
  EXPECT_EQ(checked.refusal().says.en,
            "sheet 2: table 1: cells and spans do not fill the rows exactly");
}

}  // namespace
}  // namespace letopis::documents

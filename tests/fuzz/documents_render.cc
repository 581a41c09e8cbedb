// Documents of any shape: check() refuses them or every renderer draws them, and what a document is
// refused for is the same for all.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "documents/render_csv.h"
#include "documents/render_html.h"
#include "documents/render_pdf.h"
#include "documents/render_xlsx.h"
#include "outcome/invariant.h"

using namespace letopis::documents;  // NOLINT(google-build-using-namespace)

namespace {

// Takes a document's parts from bytes; where they end, everything is zero.
class Source {
 public:
  Source(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

  unsigned below(unsigned count) { return at_ == end_ ? 0 : *at_++ % count; }
  bool flip() { return below(2) == 1; }

  std::string text() {
    static constexpr std::array pieces = {"",     "5",      "н",  "Абрамова", " ",
                                          "=1",   "<",      "&",  "слово",    "слово ",
                                          "漢字", "\u2029", "\n", "ﬁ",        "\u202E"};
    std::string some;
    for (unsigned count = below(6); count > 0; --count) some += pieces[below(pieces.size())];
    if (below(256) == 255) some += '\xFF';
    std::string text;
    const unsigned times = below(16) == 15 ? below(200) : 1;
    for (unsigned time = 0; time < times && text.size() < 9'000; ++time) text += some;
    return text;
  }

  // What may have no line break.
  std::string line() {
    std::string line = text();
    std::erase(line, '\n');
    return line.substr(0, line.size() > kMaxLineBytes ? 0 : line.size());
  }

  Style style() { return {flip(), flip(), flip(), static_cast<Ink>(below(6))}; }

  Text runs() {
    Text runs;
    for (unsigned count = below(4); count > 0; --count) runs.push_back({text(), style()});
    return runs;
  }

  Cell cell() {
    Cell cell;
    const auto number = static_cast<std::int64_t>(below(256)) - 128;
    switch (below(6)) {
      case 0: cell.content = Integer{number}; break;
      case 1: cell.content = Decimal{number, below(7)}; break;
      case 2: cell.content = Percent{number, below(7)}; break;
      case 3: cell.content = Date{2026, 1 + below(12), below(64) == 63 ? 31 : 1 + below(28)}; break;
      default: cell.content = runs(); break;
    }
    cell.style = style();
    cell.shade = static_cast<Shade>(below(4));
    if (flip()) cell.align = static_cast<Align>(below(3));
    if (below(4) == 3) cell.columns = below(4);
    if (below(4) == 3) cell.rows = below(4);
    cell.rotated = below(5) == 4;
    return cell;
  }

  // Mostly as many cells as are needed, so that most documents pass.
  std::vector<Row> rows(std::size_t columns, bool head) {
    std::vector<Row> rows(below(head ? 8 : 12));
    if (head && rows.empty()) rows.resize(1);
    std::vector<std::size_t> taken(columns, 0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t column = 0; column < columns;) {
        if (taken[column] > row) {
          ++column;
          continue;
        }
        Cell one = cell();
        if (!head) one.rotated = false;
        std::size_t room = 0;
        while (column + room < columns && taken[column + room] <= row) ++room;
        if (below(64) != 63) {
          one.columns = std::min<unsigned>(std::max(one.columns, 1U), static_cast<unsigned>(room));
          one.rows =
              std::min<unsigned>(std::max(one.rows, 1U), static_cast<unsigned>(rows.size() - row));
        }
        for (std::size_t at = column; at < std::min(columns, column + one.columns); ++at) {
          taken[at] = row + one.rows;
        }
        column += std::max(one.columns, 1U);
        rows[row].cells.push_back(std::move(one));
      }
    }
    return rows;
  }

  Table table() {
    Table table;
    if (flip()) table.caption = text();
    table.columns.resize(1 + below(30));
    const std::size_t names = below(3);
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
      Column& column = table.columns[at];
      column.least_mm = 1 + below(60);
      if (flip()) column.most_mm = column.least_mm + below(40);
      column.share = below(3);
      column.align = static_cast<Align>(below(3));
      column.fit = static_cast<Fit>(below(2));
      column.names_row = at < names;
      column.after = static_cast<Rule>(below(3));
    }
    table.head = rows(table.columns.size(), true);
    for (unsigned count = below(4); count > 0; --count) {
      RowGroup group;
      if (flip()) group.caption = text();
      group.rows = rows(table.columns.size(), false);
      table.groups.push_back(std::move(group));
    }
    if (flip()) table.totals = rows(table.columns.size(), false);
    table.rule_each_fifth = flip();
    if (flip()) table.row_mm = 1 + below(60);
    return table;
  }

  Sheet sheet() {
    Sheet sheet;
    sheet.name = "7А" + text();
    sheet.heading.title = text();
    for (unsigned count = below(5); count > 0; --count) {
      sheet.heading.lines.push_back({text(), text()});
    }
    for (unsigned count = below(4); count > 0; --count) {
      switch (below(4)) {
        case 0: sheet.blocks.emplace_back(Paragraph{runs()}); break;
        case 1: sheet.blocks.emplace_back(List{{runs(), runs()}, flip()}); break;
        default: sheet.blocks.emplace_back(table()); break;
      }
    }
    for (unsigned count = below(4); count > 0; --count) {
      sheet.signatures.people.push_back({line(), line(), {}});
    }
    sheet.signatures.stamp = flip();
    if (flip()) sheet.footer.line = line();
    if (flip()) sheet.footer.code = "x" + line().substr(0, 300);
    sheet.page = {static_cast<Paper>(below(2)),
                  static_cast<Orientation>(below(2)),
                  flip(),
                  flip(),
                  static_cast<Begins>(below(3)),
                  Spread::kNone};
    return sheet;
  }

  Document document() {
    Document document{.title = "Журнал",
                      .author = text(),
                      .language = {},
                      .made = "2026-11-11T12:30:00+03:00",
                      .sheets = {}};
    document.language = static_cast<Language>(below(2));
    document.sheets.push_back(sheet());
    if (flip()) document.sheets.push_back(sheet());
    return document;
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

void expect_as_checked(bool whole, const letopis::Result<std::string>& rendered) {
  INVARIANT(rendered.has_value() == whole);
  INVARIANT(!whole || !rendered->empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto renderer = PdfRenderer::open();
  INVARIANT(renderer);
  const Document document = Source(data, size).document();
  const bool whole = check(document).has_value();
  expect_as_checked(whole, render_csv(document));
  expect_as_checked(whole, render_html(document));
  expect_as_checked(whole, render_xlsx(document));
  expect_as_checked(whole, renderer->render(document));
  return 0;
}

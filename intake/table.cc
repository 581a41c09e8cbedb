#include "intake/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/text.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

// Line ends of other systems and tabs are no fault of who typed the text.
std::string with_plain_breaks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
    } else {
      out += text[i] == '\t' ? ' ' : text[i];
    }
  }
  return out;
}

// Programs that write tables guard cells which a spreadsheet would take for a formula.
std::string_view without_guard(std::string_view text) {
  static constexpr std::string_view formula_signs = "=+-@";
  if (text.size() > 1 && text[0] == '\'' && formula_signs.find(text[1]) != std::string_view::npos) {
    return text.substr(1);
  }
  if (text.size() > 2 && text.starts_with("=\"") && text.ends_with('"')) {
    return text.substr(2, text.size() - 3);
  }
  return text;
}

class Tidying {
 public:
  explicit Tidying(Faults& faults) : faults_(faults) {}

  void cells(Row& row, const Row* heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) cell(row, i, heading);
  }

 private:
  void cell(Row& row, std::size_t at, const Row* heading) {
    std::string& text = row.cells[at];
    Place place{{}, row.number, at + 1, {}};
    if (heading && at < heading->cells.size()) place.heading = heading->cells[at];
    if (text.size() > kMaxCellBytes) {
      faults_.add({"table.cell_size",
                   place,
                   excerpt(text),
                   {fmt::format("в ячейке больше {} байт", kMaxCellBytes),
                    fmt::format("more than {} bytes in a cell", kMaxCellBytes)}});
      text.clear();
      return;
    }
    const std::string plain = with_plain_breaks(text);
    if (!events::is_plain_text(plain)) {
      faults_.add({"table.text",
                   place,
                   excerpt(plain),
                   {"в ячейке не текст: негодная кодировка или управляющие знаки",
                    "not a text: a broken encoding or control characters"}});
      text.clear();
      return;
    }
    // Inner line breaks stay: they part the items of a list.
    text = trimmed(without_guard(trimmed(plain)));
  }

  Faults& faults_;
};

bool is_blank(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return tidy(cell).empty(); });
}

void fit(Row& row, const Row& heading, ShortRow short_row, Faults& faults) {
  const std::size_t width = heading.cells.size();
  if (row.cells.size() < width && short_row == ShortRow::kFault) {
    faults.add({"table.row",
                {{}, row.number, {}, {}},
                {},
                {fmt::format("ячеек {}, а в заголовке {}", row.cells.size(), width),
                 fmt::format("{} cells, but {} in the heading", row.cells.size(), width)}});
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool headed = i < width && !heading.cells[i].empty();
    if (headed || row.cells[i].empty()) continue;
    faults.add({"table.row",
                {{}, row.number, i + 1, {}},
                excerpt(row.cells[i]),
                {"значение в столбце, у которого нет заголовка",
                 "a value in a column that has no heading"}});
  }
  row.cells.resize(width);
}

}  // namespace

Reading<Table> table_of(std::vector<Row> rows, ShortRow short_row) {
  Faults faults;
  Tidying tidying(faults);
  Table table;
  std::erase_if(rows, is_blank);
  if (rows.size() < 2) {
    return file_fault("table.empty", {"в таблице нет заголовка или нет ни одной строки под ним",
                                      "the table has no heading, or no row under it"});
  }
  table.heading = std::move(rows.front());
  tidying.cells(table.heading, nullptr);
  while (table.heading.cells.back().empty() && table.heading.cells.size() > 1) {
    table.heading.cells.pop_back();
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    tidying.cells(rows[i], &table.heading);
    fit(rows[i], table.heading, short_row, faults);
    table.rows.push_back(std::move(rows[i]));
  }
  return value_unless(std::move(faults), std::move(table));
}

Fault too_many_rows() {
  return {"table.rows",
          {{}, kMaxRows + 1, {}, {}},
          {},
          {fmt::format("в таблице больше {} строк", kMaxRows),
           fmt::format("more than {} rows in the table", kMaxRows)}};
}

Fault too_many_columns(std::size_t row) {
  return {"table.columns",
          {{}, row, kMaxColumns + 1, {}},
          {},
          {fmt::format("в таблице больше {} столбцов", kMaxColumns),
           fmt::format("more than {} columns in the table", kMaxColumns)}};
}

}  // namespace letopis::intake

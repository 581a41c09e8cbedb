#include "documents/workbook_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "documents/grid.h"
#include "documents/shown.h"
#include "documents/workbook_file.h"
#include "documents/workbook_values.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr double kCharacterMm = 1.9;  // of the fonts that spreadsheets count widths in
constexpr double kMostCharacters = 60;

}  // namespace

std::size_t rows_on_tab(const Sheet& sheet) {
  std::size_t rows = sheet.heading.lines.size() + sheet.signatures.people.size() + 3;
  for (const Block& block : sheet.blocks) {
    rows += 2;
    if (const List* list = std::get_if<List>(&block)) rows += list->items.size();
    const Table* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    rows += table->head.size() + table->totals.size() + 1;
    for (const RowGroup& group : table->groups) rows += group.rows.size() + 1;
  }
  return rows;
}

void WorkbookSheet::write(const Sheet& sheet) {
  set_page(sheet);
  write_heading(sheet.heading);
  for (const Block& block : sheet.blocks) {
    if (row_ > 0) ++row_;
    std::visit([this](const auto& one) { write_block(one); }, block);
  }
  write_signatures(sheet.signatures);
  set_widths();
}

void WorkbookSheet::line(const Text& text, CellRole role) {
  write_text(text, row_, 0, role, formats_.cell({.role = role}));
  ++row_;
}

void WorkbookSheet::write_heading(const Heading& heading) {
  if (!heading.title.empty()) line({{heading.title, {}}}, CellRole::kTitle);
  for (const LabelledLine& one : heading.lines) {
    line({{one.label + ": ", {.ink = Ink::kQuiet}}, {one.value, {}}}, CellRole::kLine);
  }
}

void WorkbookSheet::write_block(const Paragraph& paragraph) {
  line(paragraph.text, CellRole::kLine);
}

void WorkbookSheet::write_block(const List& list) {
  for (std::size_t at = 0; at < list.items.size(); ++at) {
    Text text = {{list.numbered ? fmt::format("{}. ", at + 1) : "– ", {}}};
    text.insert(text.end(), list.items[at].begin(), list.items[at].end());
    line(text, CellRole::kLine);
  }
}

void WorkbookSheet::write_block(const Table& table) {
  if (table.caption) line({{*table.caption, {.bold = true}}}, CellRole::kLine);
  if (widths_.size() < table.columns.size()) widths_.resize(table.columns.size(), 0);
  write_rows(table, table.head, CellRole::kHead);
  if (!std::exchange(has_table_, true)) keep_in_sight(table);
  for (const RowGroup& group : table.groups) {
    if (group.caption) line({{*group.caption, {}}}, CellRole::kCaption);
    write_rows(table, group.rows, CellRole::kBody);
  }
  write_rows(table, table.totals, CellRole::kTotals);
}

void WorkbookSheet::write_rows(const Table& table, std::span<const Row> rows, CellRole role) {
  const auto cells = placed(rows, table.columns.size());
  INVARIANT(cells);
  for (const PlacedCell& at : *cells) write_cell(table, *at.cell, at.row, at.column, role);
  row_ += static_cast<lxw_row_t>(rows.size());
}

void WorkbookSheet::write_cell(const Table& table, const Cell& cell, std::size_t row,
                               std::size_t column, CellRole role) {
  const Column& first = table.columns[column];
  const Text* text = std::get_if<Text>(&cell.content);
  CellLook look{.role = role,
                .style = text != nullptr ? Style{} : cell.style,
                .shade = cell.shade,
                .align = align_of(table, {&cell, row, column}),
                .rotated = cell.rotated,
                .number = value_format(cell.content, language_)};
  if (text != nullptr && text->size() == 1) look.style = text->front().style;
  if (role == CellRole::kBody && first.bold) look.style.bold = true;
  lxw_format* format = formats_.cell(look);
  const auto top = static_cast<lxw_row_t>(row_ + row);
  const auto left = static_cast<lxw_col_t>(column);
  if (cell.rows > 1 || cell.columns > 1) {
    const auto bottom = static_cast<lxw_row_t>(top + cell.rows - 1);
    const auto right = static_cast<lxw_col_t>(left + cell.columns - 1);
    expect_written(worksheet_merge_range(tab_, top, left, bottom, right, "", format));
  } else {
    ask_width(table, cell, column, role);
  }
  if (text != nullptr) return write_text(*text, top, left, role, format);
  write_value(tab_, top, left, cell.content, format);
}

void WorkbookSheet::write_text(const Text& text, lxw_row_t row, lxw_col_t column, CellRole role,
                               lxw_format* format) {
  std::vector<std::string> words;
  std::vector<lxw_rich_string_tuple> runs;
  for (const Run& run : text) {
    if (!run.text.empty()) words.push_back(run.text);
  }
  if (words.empty()) {
    expect_written(worksheet_write_blank(tab_, row, column, format));
    return;
  }
  if (words.size() == 1) {
    expect_written(worksheet_write_string(tab_, row, column, words.front().c_str(), format));
    return;
  }
  auto next = words.begin();
  for (const Run& run : text) {
    if (!run.text.empty()) runs.push_back({formats_.run(role, run.style), (next++)->data()});
  }
  std::vector<lxw_rich_string_tuple*> all;
  for (lxw_rich_string_tuple& run : runs) all.push_back(&run);
  all.push_back(nullptr);
  expect_written(worksheet_write_rich_string(tab_, row, column, all.data(), format));
}

void WorkbookSheet::write_signatures(const Signatures& signatures) {
  if (signatures.people.empty()) return;
  ++row_;
  for (const Signature& one : signatures.people) {
    std::string text = one.post + " ______________ " + one.full_name.value_or("______________");
    if (one.date) text += " " + *one.date;
    line({{std::move(text), {}}}, CellRole::kLine);
  }
}

// The head stays above and the names at the left, on the screen and on paper.
void WorkbookSheet::keep_in_sight(const Table& table) {
  const auto names = std::count_if(table.columns.begin(), table.columns.end(),
                                   [](const Column& column) { return column.names_row; });
  worksheet_freeze_panes(tab_, row_, static_cast<lxw_col_t>(names));
  const auto first = static_cast<lxw_row_t>(row_ - table.head.size());
  expect_written(worksheet_repeat_rows(tab_, first, row_ - 1));
  if (names == 0) return;
  expect_written(worksheet_repeat_columns(tab_, 0, static_cast<lxw_col_t>(names - 1)));
}

void WorkbookSheet::ask_width(const Table& table, const Cell& cell, std::size_t column,
                              CellRole role) {
  const Column& own = table.columns[column];
  const double least = own.least_mm / kCharacterMm;
  const double most = std::min(own.most_mm.value_or(kMaxColumnMm) / kCharacterMm, kMostCharacters);
  // A head wraps, so that it does not make a column of figures wide.
  const double asked =
      role == CellRole::kHead ? 0 : characters(shown(cell.content, language_)) + 1.5;
  widths_[column] = std::max(widths_[column], std::clamp(asked, least, std::max(least, most)));
}

void WorkbookSheet::set_widths() {
  for (std::size_t column = 0; column < widths_.size(); ++column) {
    if (widths_[column] <= 0) continue;
    const auto at = static_cast<lxw_col_t>(column);
    expect_written(worksheet_set_column(tab_, at, at, widths_[column], nullptr));
  }
}

void WorkbookSheet::set_page(const Sheet& sheet) {
  constexpr std::uint8_t a4 = 9;
  constexpr std::uint8_t a5 = 11;
  worksheet_set_paper(tab_, sheet.page.paper == Paper::kA4 ? a4 : a5);
  if (sheet.page.orientation == Orientation::kLandscape) worksheet_set_landscape(tab_);
  worksheet_fit_to_pages(tab_, 1, 0);
  worksheet_set_margins(tab_, 0.8, 0.4, 0.45, 0.6);
  if (!sheet.page.numbered) return;
  const bool russian = language_ == Language::kRussian;
  expect_written(worksheet_set_footer(tab_, russian ? "&RСтраница &P из &N" : "&RPage &P of &N"));
}

}  // namespace letopis::documents

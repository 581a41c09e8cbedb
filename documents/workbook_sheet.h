// One sheet written on one tab of a workbook.
#pragma once

#include <xlsxwriter.h>

#include <span>
#include <vector>

#include "documents/document.h"
#include "documents/workbook_formats.h"

namespace letopis::documents {

inline constexpr std::size_t kMaxTabRows = 1'048'576;  // of any workbook

// That a tab of the sheet takes.
std::size_t rows_on_tab(const Sheet& sheet);

class WorkbookSheet {
 public:
  // Borrows them all.
  WorkbookSheet(lxw_worksheet* tab, WorkbookFormats& formats, Language language)
      : tab_(tab), formats_(formats), language_(language) {}

  // Requires: rows_on_tab(sheet) ≤ kMaxTabRows.
  void write(const Sheet& sheet);

 private:
  void write_heading(const Heading& heading);
  void write_block(const Paragraph& paragraph);
  void write_block(const List& list);
  void write_block(const Table& table);
  void write_signatures(const Signatures& signatures);
  void write_rows(const Table& table, std::span<const Row> rows, CellRole role);
  void write_cell(const Table& table, const Cell& cell, std::size_t row, std::size_t column,
                  CellRole role);
  void write_text(const Text& text, lxw_row_t row, lxw_col_t column, CellRole role,
                  lxw_format* format);
  void line(const Text& text, CellRole role);
  void keep_in_sight(const Table& table);
  void ask_width(const Table& table, const Cell& cell, std::size_t column, CellRole role);
  void set_widths();
  void set_page(const Sheet& sheet);

  lxw_worksheet* tab_;
  WorkbookFormats& formats_;
  Language language_;
  lxw_row_t row_ = 0;
  bool has_table_ = false;
  std::vector<double> widths_;  // in characters
};

}  // namespace letopis::documents

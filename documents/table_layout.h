// A table measured for pages of one width: its columns dealt out to parts, its rows with heights.
// Points.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "documents/cell_text.h"
#include "documents/column_widths.h"
#include "documents/document.h"
#include "documents/shown.h"

namespace letopis::documents {

struct LaidCell {
  const Cell* cell = nullptr;
  std::size_t row = 0;
  std::size_t end_row = 0;
  std::size_t column = 0;
  std::size_t end_column = 0;
};

enum class RowKind : std::uint8_t { kHead, kCaption, kBody, kTotals };

struct LaidRow {
  RowKind kind = RowKind::kBody;
  double height = 0;
  bool is_fifth = false;
  bool has_several_lines = false;
  bool joined_to_next = false;      // by a cell that spans both
  std::vector<double> pieces = {};  // heights; more than one iff higher than a page
  std::size_t first_cell = 0;       // in the band's cells
};

// Rows that are drawn as one: the head, or all that is below it.
struct Band {
  std::vector<LaidRow> rows;
  std::vector<LaidCell> cells;  // by row, then by column
};

// Part and columns of it that a cell stands in.
struct Fragment {
  double left = 0;  // from the part's left edge
  double width = 0;
};

class LaidTable {
 public:
  // `page_height` is what a page holds of head and rows together. Borrows the table.
  LaidTable(const Table& table, Language language, Typesetter& typesetter, double width,
            double page_height);
  LaidTable(const LaidTable&) = delete;
  LaidTable& operator=(const LaidTable&) = delete;

  const Table& table() const { return table_; }
  const std::vector<Part>& parts() const { return parts_; }
  const Band& head() const { return head_; }
  const Band& body() const { return body_; }
  double head_height() const { return head_height_; }
  // What was cut off with «…», in full, in order, each once.
  const std::vector<std::string>& cut() const { return cut_; }

  // Where a cell stands in a part; of no width if it does not.
  Fragment fragment(const LaidCell& cell, std::size_t part) const;
  // How its text is set there, and the text.
  CellBox box(const LaidCell& cell, RowKind kind, double width) const;
  Text text(const LaidCell& cell) const { return runs_of(*cell.cell, language_); }
  double space() const { return space_; }  // over and under a text

 private:
  void choose_size();
  void add_rows(Band& into, std::span<const Row> rows, RowKind kind);
  void add_body();
  void add_caption(const std::string& caption);
  void deal_columns(Typesetter& typesetter, double width);
  void measure_head(Typesetter& typesetter, double page_height);
  void measure_body(Typesetter& typesetter, double most);

  const Table& table_;
  Language language_;
  double size_ = 9;
  double space_ = 1.6;
  unsigned most_head_lines_ = 6;
  double most_rotated_ = 0;
  unsigned most_joined_lines_ = 1;
  std::vector<Part> parts_;
  std::vector<std::vector<double>> edges_;  // of a part: where each column of the table begins
  std::deque<Cell> captions_;               // where they are does not change as others come
  Band head_;
  Band body_;
  double head_height_ = 0;
  std::vector<std::string> cut_;
};

// Left and right of a text within a cell of that width.
double side_space(double width, Align align);

}  // namespace letopis::documents

#include "documents/table_layout.h"

#include <algorithm>
#include <set>

#include "documents/column_needs.h"
#include "documents/grid.h"
#include "documents/lengths.h"
#include "documents/row_heights.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr double kSize = 9;
constexpr double kLeastSize = 6.5;
constexpr double kLine = 1.3;  // of the size: a line of PT Sans
constexpr double kSpace = 1.6;
constexpr double kLeastSpace = 0.5;
constexpr double kSideSpace = 2.2;
constexpr double kMostHead = 0.4;  // of a page
constexpr double kMostRotated = points(38);
constexpr double kMostJoined = 0.5;  // of a page, for the text of a cell that spans rows

}  // namespace

// What stands in the middle needs little: a mark of three signs is to fit a narrow column.
double side_space(double width, Align align) {
  return std::min(kSideSpace, width * (align == Align::kCentre ? 0.06 : 0.12));
}

LaidTable::LaidTable(const Table& table, Language language, Typesetter& typesetter, double width,
                     double page_height)
    : table_(table), language_(language) {
  choose_size();
  add_rows(head_, table.head, RowKind::kHead);
  add_body();
  deal_columns(typesetter, width);
  measure_head(typesetter, page_height);
  measure_body(typesetter, page_height - head_height_);
}

// Rows that are asked to be low are set smaller, so that a class of thirty fits on one page.
void LaidTable::choose_size() {
  if (!table_.row_mm) return;
  const double row = points(*table_.row_mm);
  size_ = std::clamp((row - 2 * kLeastSpace) / kLine, kLeastSize, kSize);
  space_ = std::clamp((row - size_ * kLine) / 2, kLeastSpace, kSpace);
}

void LaidTable::add_rows(Band& into, std::span<const Row> rows, RowKind kind) {
  const auto cells = placed(rows, table_.columns.size());
  INVARIANT(cells);
  const std::size_t first = into.rows.size();
  for (std::size_t number = 0; number < rows.size(); ++number) {
    const bool fifth = table_.rule_each_fifth && kind == RowKind::kBody && number % 5 == 4;
    into.rows.push_back({.kind = kind, .is_fifth = fifth});
  }
  auto next = cells->begin();
  for (std::size_t number = 0; number < rows.size(); ++number) {
    into.rows[first + number].first_cell = into.cells.size();
    for (; next != cells->end() && next->row == number; ++next) {
      into.cells.push_back({next->cell, first + next->row, first + next->end_row(), next->column,
                            next->end_column()});
      for (std::size_t row = next->row; row + 1 < next->end_row(); ++row) {
        into.rows[first + row].joined_to_next = true;
      }
    }
  }
}

void LaidTable::add_body() {
  for (const RowGroup& group : table_.groups) {
    if (group.caption) add_caption(*group.caption);
    add_rows(body_, group.rows, RowKind::kBody);
  }
  add_rows(body_, table_.totals, RowKind::kTotals);
}

void LaidTable::add_caption(const std::string& caption) {
  captions_.push_back(words(caption, {.bold = true}));
  const std::size_t row = body_.rows.size();
  body_.rows.push_back({.kind = RowKind::kCaption, .first_cell = body_.cells.size()});
  body_.cells.push_back({&captions_.back(), row, row + 1, 0, table_.columns.size()});
}

void LaidTable::deal_columns(Typesetter& typesetter, double width) {
  parts_ = fit_columns(column_needs(*this, typesetter), width);
  for (const Part& part : parts_) {
    std::vector<double>& edges = edges_.emplace_back(1, 0.0);
    auto next = part.columns.begin();
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const bool here = next != part.columns.end() && *next == column;
      const auto at = static_cast<std::size_t>(next - part.columns.begin());
      edges.push_back(edges.back() + (here ? part.widths[at] : 0));
      if (here) ++next;
    }
  }
}

Fragment LaidTable::fragment(const LaidCell& cell, std::size_t part) const {
  const std::vector<double>& edges = edges_[part];
  return {edges[cell.column], edges[cell.end_column] - edges[cell.column]};
}

CellBox LaidTable::box(const LaidCell& cell, RowKind kind, double width) const {
  const Column& column = table_.columns[cell.column];
  CellBox box{.size = size_};
  box.align = align_of(table_, {cell.cell, cell.row, cell.column});
  box.length = width - 2 * side_space(width, box.align);
  box.bold = kind == RowKind::kTotals || (kind == RowKind::kBody && column.bold);
  if (kind == RowKind::kHead) {
    box.ink = Ink::kQuiet;
    box.size = std::min(size_, kSize - 1);
    box.most_lines = most_head_lines_;
    if (cell.cell->rotated) {
      box.length = most_rotated_;
      box.fit = Fit::kShrink;
      box.align = Align::kLeft;
      box.size = std::min(box.size, width / kLine);
    }
    return box;
  }
  box.fit = cell.column + 1 == cell.end_column ? column.fit : Fit::kWrap;
  if (cell.end_row - cell.row > 1) box.most_lines = most_joined_lines_;
  if (kind == RowKind::kCaption) box.most_lines = 3;
  return box;
}

// A head that would leave no room for rows is set in fewer lines, and in the end in one.
void LaidTable::measure_head(Typesetter& typesetter, double page_height) {
  const double most = page_height * kMostHead;
  most_rotated_ = std::min(kMostRotated, most / 2);
  for (const unsigned lines : {6U, 3U, 1U}) {
    most_head_lines_ = lines;
    cut_ = measure_rows(*this, head_, 0, typesetter);
    head_height_ = height_of(head_);
    if (head_height_ <= most) return;
    most_rotated_ /= 2;
  }
}

void LaidTable::measure_body(Typesetter& typesetter, double most) {
  const double line = size_ * kLine;
  most_joined_lines_ = static_cast<unsigned>(std::max(most * kMostJoined / line, 1.0));
  const double least = std::max(line + 2 * space_, points(table_.row_mm.value_or(0)));
  const auto cut = measure_rows(*this, body_, least, typesetter);
  cut_.insert(cut_.end(), cut.begin(), cut.end());
  std::set<std::string> seen;
  std::erase_if(cut_, [&seen](const std::string& text) { return !seen.insert(text).second; });
  break_high_rows(*this, body_, most, typesetter);
}

}  // namespace letopis::documents

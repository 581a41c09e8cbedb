// The lines between the cells of a table, each as long as it can be. Points.
#pragma once

#include <cstddef>
#include <vector>

using cairo_t = struct _cairo;

namespace letopis::documents {

enum class RuleKind : unsigned char { kNone, kThin, kFifth, kStrong, kMargin };

// Columns and rows as they stand on a page, and to which cell each place belongs.
struct RuledGrid {
  std::vector<double> xs;              // edges of the columns, one more than there are columns
  std::vector<double> ys;              // edges of the rows
  std::vector<std::size_t> owners;     // by row, then by column
  std::vector<RuleKind> after_column;  // as many as xs: the first is the left edge
  std::vector<RuleKind> after_row;     // as many as ys: the first is the upper edge

  std::size_t columns() const { return xs.size() - 1; }
  std::size_t rows() const { return ys.size() - 1; }
  std::size_t owner(std::size_t row, std::size_t column) const {
    return owners[row * columns() + column];
  }
};

// No line goes through a cell. Stronger lines are drawn over weaker ones.
void draw_rules(cairo_t* on, const RuledGrid& grid);

}  // namespace letopis::documents

// How wide columns become on a page, and which of them go on to a further one. Points.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace letopis::documents {

struct ColumnNeed {
  double least = 0;
  double natural = 0;  // of its longest text on one line; within least and most
  double most = 0;
  unsigned share = 0;
  bool names_row = false;
};

// What stands on one page: columns by number, ascending, and their widths.
struct Part {
  std::vector<std::size_t> columns;
  std::vector<double> widths;
  double width() const;
  bool operator==(const Part&) const = default;
};

// One part if the least widths fit into the available one. Otherwise several, each beginning with
// the columns that name the row, equally wide in all, the others spread evenly over them; a least
// width that no page has is given up. Columns get what they naturally need; if that is too much the
// widest give way first; what is left over goes to those with a share. No part is wider than what
// is available. Requires: a need at least; available > 0.
std::vector<Part> fit_columns(std::span<const ColumnNeed> needs, double available);

}  // namespace letopis::documents

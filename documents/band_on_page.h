// The rows of a table that stand on one page: where they and their cells are. Points.
#pragma once

#include <utility>
#include <vector>

#include "documents/page_frame.h"
#include "documents/table_drawing.h"
#include "documents/table_rules.h"

namespace letopis::documents {

class BandOnPage {
 public:
  // Borrows both.
  BandOnPage(const RowsOnPage& place, const Band& band);

  const RuledGrid& grid() const { return grid_; }
  // Those of which a part stands here.
  const std::vector<const LaidCell*>& cells() const { return cells_; }
  Box box(const LaidCell& cell) const;
  // Rows of the page that a cell takes, as [first, end).
  std::pair<std::size_t, std::size_t> rows_of(const LaidCell& cell) const;

 private:
  const Part& part() const { return place_.table.parts()[place_.part]; }
  void set_columns();
  void set_rows();
  void find_cells();
  RuleKind rule_after(std::size_t row) const;
  bool stands_here(const LaidCell& cell) const;
  std::pair<std::size_t, std::size_t> columns_of(const LaidCell& cell) const;
  void own(const LaidCell& cell, std::size_t owner);

  const RowsOnPage& place_;
  const Band& band_;
  RuledGrid grid_;
  std::vector<const LaidCell*> cells_;
};

}  // namespace letopis::documents

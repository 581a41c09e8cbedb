// Where each cell of a stretch of rows stands once spans are counted.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "documents/table.h"

namespace letopis::documents {

// A cell at its first row and column, from 0; borrowed from the rows.
struct PlacedCell {
  const Cell* cell = nullptr;
  std::size_t row = 0;
  std::size_t column = 0;

  std::size_t end_row() const { return row + cell->rows; }
  std::size_t end_column() const { return column + cell->columns; }
};

// As the cell says; else as its column does, but on the left where it is words over several
// columns.
Align align_of(const Table& table, const PlacedCell& at);

// In the order of the rows, left to right. Empty iff cells and spans do not fill every row exactly,
// or one leaves the rows below or to the right.
std::optional<std::vector<PlacedCell>> placed(std::span<const Row> rows, std::size_t columns);

}  // namespace letopis::documents

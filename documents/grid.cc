#include "documents/grid.h"

#include <algorithm>

namespace letopis::documents {
namespace {

// Fills rows from the left; `taken_until` says for each column from which row on it is free.
class Filling {
 public:
  Filling(std::size_t rows, std::size_t columns) : rows_(rows), taken_until_(columns, 0) {}

  bool add(const Row& row, std::size_t number, std::vector<PlacedCell>& into) {
    std::size_t column = 0;
    for (const Cell& cell : row.cells) {
      column = next_free(column, number);
      if (!fits(cell, column, number)) return false;
      std::fill_n(taken_until_.begin() + static_cast<std::ptrdiff_t>(column), cell.columns,
                  number + cell.rows);
      into.push_back({&cell, number, column});
      column += cell.columns;
    }
    return next_free(column, number) == taken_until_.size();
  }

 private:
  std::size_t next_free(std::size_t column, std::size_t row) const {
    while (column < taken_until_.size() && taken_until_[column] > row) ++column;
    return column;
  }

  bool fits(const Cell& cell, std::size_t column, std::size_t row) const {
    if (cell.columns == 0 || cell.rows == 0) return false;
    if (cell.columns > taken_until_.size() - column || cell.rows > rows_ - row) return false;
    const auto first = taken_until_.begin() + static_cast<std::ptrdiff_t>(column);
    return std::all_of(first, first + cell.columns, [row](std::size_t end) { return end <= row; });
  }

  std::size_t rows_;
  std::vector<std::size_t> taken_until_;
};

}  // namespace

Align align_of(const Table& table, const PlacedCell& at) {
  if (at.cell->align) return *at.cell->align;
  const bool is_text = std::holds_alternative<Text>(at.cell->content);
  return is_text && at.cell->columns > 1 ? Align::kLeft : table.columns[at.column].align;
}

std::optional<std::vector<PlacedCell>> placed(std::span<const Row> rows, std::size_t columns) {
  std::vector<PlacedCell> cells;
  Filling filling(rows.size(), columns);
  for (std::size_t number = 0; number < rows.size(); ++number) {
    if (!filling.add(rows[number], number, cells)) return std::nullopt;
  }
  return cells;
}

}  // namespace letopis::documents

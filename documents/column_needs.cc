#include "documents/column_needs.h"

#include <algorithm>
#include <string_view>

#include "documents/lengths.h"

namespace letopis::documents {
namespace {

constexpr double kSides = 4.8;  // left and right of a text, with a little air

double longest_line(Typesetter& typesetter, const Text& text, const CellBox& box) {
  return typesetter.set(text, {.size = box.size, .bold = box.bold})->width() + kSides;
}

double longest_word(Typesetter& typesetter, const Text& text, const CellBox& box) {
  double longest = 0;
  for (const Run& run : text) {
    std::string_view left = run.text;
    while (!left.empty()) {
      const std::size_t end = std::min(left.find_first_of(" \n"), left.size());
      const Text word = {{std::string(left.substr(0, end)), run.style}};
      if (end > 0) longest = std::max(longest, longest_line(typesetter, word, box));
      left.remove_prefix(std::min(end + 1, left.size()));
    }
  }
  return longest;
}

bool is_fixed(const ColumnNeed& need) { return need.least >= need.most; }

void add(std::vector<ColumnNeed>& needs, const LaidTable& table, const Band& band,
         Typesetter& typesetter) {
  for (const LaidCell& cell : band.cells) {
    ColumnNeed& need = needs[cell.column];
    if (cell.end_column - cell.column > 1 || is_fixed(need) || need.natural >= need.most) continue;
    const RowKind kind = band.rows[cell.row].kind;
    const CellBox box = table.box(cell, kind, points(kMaxColumnMm));
    double asked = 0;
    if (cell.cell->rotated)
      asked = box.size * 1.4;
    else if (kind == RowKind::kHead)
      asked = longest_word(typesetter, table.text(cell), box);
    else
      asked = longest_line(typesetter, table.text(cell), box);
    need.natural = std::clamp(asked, need.natural, std::max(need.natural, need.most));
  }
}

// A row of lessons is even, though a mark of three signs stands in one of them.
void make_alike_even(std::vector<ColumnNeed>& needs, const std::vector<Column>& columns) {
  const auto alike = [&](std::size_t one, std::size_t other) {
    return columns[one].fit == Fit::kShrink && columns[other].fit == Fit::kShrink &&
           columns[one].least_mm == columns[other].least_mm &&
           columns[one].most_mm == columns[other].most_mm &&
           columns[one].share == columns[other].share && !columns[one].names_row;
  };
  for (std::size_t from = 0; from < needs.size();) {
    std::size_t end = from + 1;
    while (end < needs.size() && alike(from, end)) ++end;
    double most = 0;
    for (std::size_t at = from; at < end; ++at) most = std::max(most, needs[at].natural);
    for (; from < end; ++from) needs[from].natural = most;
  }
}

}  // namespace

std::vector<ColumnNeed> column_needs(const LaidTable& table, Typesetter& typesetter) {
  std::vector<ColumnNeed> needs;
  for (const Column& column : table.table().columns) {
    const double least = points(column.least_mm);
    const double most = points(column.most_mm.value_or(kMaxColumnMm));
    needs.push_back({least, least, std::max(least, most), column.share, column.names_row});
  }
  add(needs, table, table.head(), typesetter);
  add(needs, table, table.body(), typesetter);
  make_alike_even(needs, table.table().columns);
  return needs;
}

}  // namespace letopis::documents

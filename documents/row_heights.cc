#include "documents/row_heights.h"

#include <algorithm>
#include <numeric>

namespace letopis::documents {
namespace {

struct Measured {
  double height = 0;  // with the space over and under it
  std::size_t lines = 1;
  bool is_cut = false;
};

Measured measured(const LaidTable& table, const LaidCell& cell, RowKind kind, double width,
                  Typesetter& typesetter) {
  const auto set = cell_text(typesetter, table.text(cell), table.box(cell, kind, width));
  if (cell.cell->rotated) return {set->width() + 2 * kRotatedSpace, 1, set->is_cut()};
  return {set->height() + 2 * table.space(), set->line_count(), set->is_cut()};
}

// Where a cell stands in several parts, the one that asks for most counts. Columns that name the
// row are alike in all.
Measured measured(const LaidTable& table, const LaidCell& cell, RowKind kind,
                  Typesetter& typesetter) {
  Measured most;
  for (std::size_t part = 0; part < table.parts().size(); ++part) {
    const Fragment fragment = table.fragment(cell, part);
    if (fragment.width <= 0) continue;
    const Measured here = measured(table, cell, kind, fragment.width, typesetter);
    most = {std::max(most.height, here.height), std::max(most.lines, here.lines),
            most.is_cut || here.is_cut};
    if (table.table().columns[cell.end_column - 1].names_row) break;
  }
  return most;
}

double sum(const std::vector<LaidRow>& rows, std::size_t from, std::size_t end) {
  return std::accumulate(rows.begin() + static_cast<std::ptrdiff_t>(from),
                         rows.begin() + static_cast<std::ptrdiff_t>(end), 0.0,
                         [](double all, const LaidRow& row) { return all + row.height; });
}

// As many pieces as the text needs, each high enough for its lines.
void add_pieces(std::vector<double>& pieces, const SetText& text, double most, double space) {
  const auto firsts = first_lines(text, most - 2 * space);
  pieces.resize(std::max(pieces.size(), firsts.size()), 0);
  for (std::size_t at = 0; at < firsts.size(); ++at) {
    const std::size_t end = at + 1 < firsts.size() ? firsts[at + 1] : text.line_count();
    const double lines = text.line_bottom(end - 1) - text.line_top(firsts[at]);
    pieces[at] = std::max(pieces[at], lines + 2 * space);
  }
}

bool is_empty(const LaidCell& cell) {
  const Text* text = std::get_if<Text>(&cell.cell->content);
  return text != nullptr && text->empty();
}

}  // namespace

std::vector<std::string> measure_rows(const LaidTable& table, Band& band, double least,
                                      Typesetter& typesetter) {
  std::vector<std::string> cut;
  for (LaidRow& row : band.rows) row.height = least;
  std::vector<std::pair<const LaidCell*, double>> joined;
  for (const LaidCell& cell : band.cells) {
    if (is_empty(cell)) continue;
    LaidRow& row = band.rows[cell.row];
    const Measured size = measured(table, cell, row.kind, typesetter);
    if (size.is_cut) cut.push_back(plain(table.text(cell)));
    if (cell.end_row - cell.row > 1) {
      joined.emplace_back(&cell, size.height);
      continue;
    }
    row.height = std::max(row.height, size.height);
    row.has_several_lines |= size.lines > 1;
  }
  for (const auto& [cell, height] : joined) {
    const double missing = height - sum(band.rows, cell->row, cell->end_row);
    if (missing > 0) band.rows[cell->end_row - 1].height += missing;
  }
  return cut;
}

std::vector<std::size_t> first_lines(const SetText& text, double most) {
  std::vector<std::size_t> firsts = {0};
  for (std::size_t line = 1; line < text.line_count(); ++line) {
    if (text.line_bottom(line) - text.line_top(firsts.back()) > most) firsts.push_back(line);
  }
  return firsts;
}

void break_high_rows(const LaidTable& table, Band& band, double most, Typesetter& typesetter) {
  for (const LaidCell& cell : band.cells) {
    LaidRow& row = band.rows[cell.row];
    if (row.height <= most || cell.end_row - cell.row > 1 || is_empty(cell)) continue;
    for (std::size_t part = 0; part < table.parts().size(); ++part) {
      const Fragment fragment = table.fragment(cell, part);
      if (fragment.width <= 0) continue;
      const auto set =
          cell_text(typesetter, table.text(cell), table.box(cell, row.kind, fragment.width));
      add_pieces(row.pieces, *set, most, table.space());
    }
  }
}

double height_of(const Band& band) { return sum(band.rows, 0, band.rows.size()); }

}  // namespace letopis::documents

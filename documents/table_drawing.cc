#include "documents/table_drawing.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <numbers>

#include "documents/band_on_page.h"
#include "documents/row_heights.h"

namespace letopis::documents {
namespace {

constexpr std::array<Colour, 4> kShades = {
    {{1, 1, 1}, {0.925, 0.925, 0.91}, {1, 0.953, 0.769}, {0.992, 0.914, 0.808}}};

// One band of a table on one page.
class BandDrawing {
 public:
  BandDrawing(cairo_t* on, Typesetter& typesetter, const RowsOnPage& place, const Band& band)
      : on_(on),
        typesetter_(typesetter),
        place_(place),
        table_(place.table),
        band_(band),
        here_(place, band) {}

  void draw() {
    for (const LaidCell* cell : here_.cells()) shade(*cell);
    draw_rules(on_, here_.grid());
    for (const LaidCell* cell : here_.cells()) text(*cell);
  }

 private:
  void shade(const LaidCell& cell) {
    if (cell.cell->shade == Shade::kNone) return;
    const Box at = here_.box(cell);
    const Colour& colour = kShades[static_cast<std::size_t>(cell.cell->shade)];
    cairo_set_source_rgb(on_, colour.red, colour.green, colour.blue);
    cairo_rectangle(on_, at.left, at.top, at.width, at.height);
    cairo_fill(on_);
  }

  void text(const LaidCell& cell) {
    const Text runs = table_.text(cell);
    if (runs.empty()) return;
    const Box at = here_.box(cell);
    const LaidRow& row = band_.rows[cell.row];
    const CellBox box = table_.box(cell, row.kind, at.width);
    const auto set = cell_text(typesetter_, runs, box);
    if (cell.cell->rotated) return rotated(*set, at);
    const double x = at.left + side_space(at.width, box.align) + indent(*set, box);
    if (row.pieces.size() > 1 && cell.end_row - cell.row == 1) return pieces(*set, cell, x);
    set->draw(on_, x, at.top + drop(*set, cell, at.height));
  }

  // From the top of the cell to that of its text.
  double drop(const SetText& set, const LaidCell& cell, double height) const {
    const LaidRow& row = band_.rows[cell.row];
    const double left = height - set.height();
    if (row.kind == RowKind::kHead || row.kind == RowKind::kCaption) return left - table_.space();
    const bool top = row.has_several_lines && cell.end_row - cell.row == 1;
    return top ? table_.space() : left / 2;
  }

  // Those that stand on this page: mostly one, two where the second is short.
  void pieces(const SetText& set, const LaidCell& cell, double x) {
    const LaidRow& row = band_.rows[cell.row];
    const double most = *std::max_element(row.pieces.begin(), row.pieces.end());
    const auto firsts = first_lines(set, most - 2 * table_.space());
    const auto [from, end] = here_.rows_of(cell);
    for (std::size_t at = from; at < end; ++at) {
      const std::size_t piece = place_.rows[at].piece;
      if (piece >= firsts.size()) return;
      const bool is_last = piece + 1 == firsts.size();
      set.draw(on_, x, here_.grid().ys[at] + table_.space(), firsts[piece],
               is_last ? set.line_count() : firsts[piece + 1]);
    }
  }

  // Upwards, from the bottom of the cell.
  void rotated(const SetText& set, const Box& at) {
    cairo_save(on_);
    cairo_translate(on_, at.left + (at.width - set.height()) / 2, at.bottom() - kRotatedSpace);
    cairo_rotate(on_, -std::numbers::pi / 2);
    set.draw(on_, 0, 0);
    cairo_restore(on_);
  }

  cairo_t* on_;
  Typesetter& typesetter_;
  const RowsOnPage& place_;
  const LaidTable& table_;
  const Band& band_;
  BandOnPage here_;
};

}  // namespace

void draw_head(cairo_t* on, Typesetter& typesetter, const LaidTable& table, std::size_t part,
               double left, double top) {
  std::vector<FlowRow> rows;
  for (std::size_t row = 0; row < table.head().rows.size(); ++row) rows.push_back({row, 0});
  const RowsOnPage place{table, part, rows, left, top};
  BandDrawing(on, typesetter, place, table.head()).draw();
}

void draw_rows(cairo_t* on, Typesetter& typesetter, const RowsOnPage& rows) {
  BandDrawing(on, typesetter, rows, rows.table.body()).draw();
}

}  // namespace letopis::documents

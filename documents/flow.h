// What a sheet is made of, one under another, before it is broken into pages. Points.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "documents/page_breaks.h"
#include "documents/table_layout.h"

namespace letopis::documents {

// Draws a piece whose upper left corner is at x, y.
using Drawing = std::function<void(cairo_t* on, double x, double y)>;

// A row of a table, or a piece of one.
struct FlowRow {
  std::size_t row = 0;
  std::size_t piece = 0;
};

enum class KeepsNext : bool { kNo, kYes };

class Flow {
 public:
  explicit Flow(double width) : width_(width) {}

  // Of all that stands in it; tables go on to further pages instead of passing it.
  double width() const { return width_; }

  void add(Piece piece, Drawing drawing);

  // Something more where that piece is drawn.
  void also_draw(std::size_t piece, Drawing drawing);

  // Line by line, the first two and the last two of them together.
  void add_text(const std::shared_ptr<const SetText>& text, double indent, double space_before,
                KeepsNext keeps_next);

  // Rows as one may break them: a caption before its rows, joined rows together, totals with the
  // last row of the body, the last two rows together.
  void add_table(std::unique_ptr<const LaidTable> table, double space_before);

  // From now on with what comes next.
  void keep_last_with_next();

  const std::vector<Piece>& pieces() const { return pieces_; }
  const Drawing& drawing(std::size_t piece) const { return drawings_[piece]; }
  // Requires: the piece has a table.
  const FlowRow& row(std::size_t piece) const { return rows_[piece]; }
  const LaidTable& table(std::size_t number) const { return *tables_[number]; }
  std::vector<double> head_heights() const;

 private:
  double width_;
  std::vector<Piece> pieces_;
  std::vector<Drawing> drawings_;  // empty for rows
  std::vector<FlowRow> rows_;
  std::vector<std::unique_ptr<const LaidTable>> tables_;
};

}  // namespace letopis::documents

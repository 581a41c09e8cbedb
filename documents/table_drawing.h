// Draws the rows of a table that stand on one page: shades, rules, texts. Points.
#pragma once

#include <span>

#include "documents/flow.h"
#include "documents/table_layout.h"

namespace letopis::documents {

// Rows of one band, one under another without a gap.
struct RowsOnPage {
  const LaidTable& table;
  std::size_t part = 0;
  std::span<const FlowRow> rows;
  double left = 0;
  double top = 0;
};

void draw_head(cairo_t* on, Typesetter& typesetter, const LaidTable& table, std::size_t part,
               double left, double top);

// A cell over several rows of which not all stand on the page has its text on each of its pages.
void draw_rows(cairo_t* on, Typesetter& typesetter, const RowsOnPage& rows);

}  // namespace letopis::documents

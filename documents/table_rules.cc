#include "documents/table_rules.h"

#include <cairo.h>

#include <array>

#include "documents/typesetter.h"

namespace letopis::documents {
namespace {

struct Look {
  RuleKind kind;
  double width;
  Colour colour;
};

// From the weakest to the strongest.
constexpr std::array<Look, 4> kLooks = {{{RuleKind::kThin, 0.3, {0.77, 0.80, 0.85}},
                                         {RuleKind::kFifth, 0.6, {0.42, 0.56, 0.82}},
                                         {RuleKind::kStrong, 0.6, {0.36, 0.42, 0.50}},
                                         {RuleKind::kMargin, 0.75, {0.85, 0.33, 0.31}}}};

bool is_edge(std::size_t at, std::size_t count) { return at == 0 || at == count; }

void add_down(cairo_t* on, const RuledGrid& grid, std::size_t edge) {
  const auto parts = [&](std::size_t row) {
    return is_edge(edge, grid.columns()) || grid.owner(row, edge - 1) != grid.owner(row, edge);
  };
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    if (!parts(row)) continue;
    cairo_move_to(on, grid.xs[edge], grid.ys[row]);
    while (row + 1 < grid.rows() && parts(row + 1)) ++row;
    cairo_line_to(on, grid.xs[edge], grid.ys[row + 1]);
  }
}

void add_across(cairo_t* on, const RuledGrid& grid, std::size_t edge) {
  const auto parts = [&](std::size_t column) {
    return is_edge(edge, grid.rows()) || grid.owner(edge - 1, column) != grid.owner(edge, column);
  };
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    if (!parts(column)) continue;
    cairo_move_to(on, grid.xs[column], grid.ys[edge]);
    while (column + 1 < grid.columns() && parts(column + 1)) ++column;
    cairo_line_to(on, grid.xs[column + 1], grid.ys[edge]);
  }
}

}  // namespace

void draw_rules(cairo_t* on, const RuledGrid& grid) {
  for (const Look& look : kLooks) {
    for (std::size_t edge = 0; edge < grid.ys.size(); ++edge) {
      if (grid.after_row[edge] == look.kind) add_across(on, grid, edge);
    }
    for (std::size_t edge = 0; edge < grid.xs.size(); ++edge) {
      if (grid.after_column[edge] == look.kind) add_down(on, grid, edge);
    }
    cairo_set_source_rgb(on, look.colour.red, look.colour.green, look.colour.blue);
    cairo_set_line_width(on, look.width);
    cairo_stroke(on);
  }
}

}  // namespace letopis::documents

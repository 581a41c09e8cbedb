// How a text is made to fit the box of a cell. Points.
#pragma once

#include <memory>
#include <optional>

#include "documents/table.h"
#include "documents/typesetter.h"

namespace letopis::documents {

struct CellBox {
  double length = 0;  // that a line may have: the inner width, or the height of a rotated cell
  double size = 9;
  Align align = Align::kLeft;
  Fit fit = Fit::kWrap;
  bool bold = false;
  std::optional<unsigned> most_lines = {};  // of a text that wraps; one that shrinks has two
  std::optional<Ink> ink = {};
};

// Wrapped as it is, or shrunk as table.h says. Cut off (is_cut) only where the box limits lines.
std::shared_ptr<const SetText> cell_text(Typesetter& typesetter, const Text& text,
                                         const CellBox& box);

// Where it begins within its box, so that a single line stands as aligned.
double indent(const SetText& text, const CellBox& box);

}  // namespace letopis::documents

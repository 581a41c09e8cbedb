// Where a sheet is broken into pages: a pure matter of heights. Points.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace letopis::documents {

// A piece that no page break divides.
struct Piece {
  double height = 0;
  double space_before = 0;                // left out at the top of a page
  bool keeps_next = false;                // on its own page
  std::optional<std::size_t> table = {};  // whose row it is
  bool operator==(const Piece&) const = default;
};

struct PageSize {
  double first = 0;    // height for pieces on the sheet's first page
  double further = 0;  // on the others
};

// A piece, or the head of a table over the pieces that follow.
struct PlacedPiece {
  std::size_t piece = 0;  // with a head: the first of its rows
  double top = 0;         // from where the pieces of its page begin
  bool is_head = false;
  bool operator==(const PlacedPiece&) const = default;
};

using PageOfPieces = std::vector<PlacedPiece>;

// All pieces in their order. A table's head comes before its first row on every page. Pieces that
// keep the next one stand together if one page can hold them; if not, they begin a page and are
// broken where it is full. A piece higher than a page has a page to itself. At least one page.
std::vector<PageOfPieces> break_pages(std::span<const Piece> pieces,
                                      std::span<const double> head_heights, const PageSize& size);

}  // namespace letopis::documents

#include "documents/page_breaks.h"

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr double kRounding = 1e-6;

class Breaking {
 public:
  Breaking(std::span<const Piece> pieces, std::span<const double> head_heights,
           const PageSize& size)
      : pieces_(pieces), head_heights_(head_heights), size_(size), pages_(1) {}

  std::vector<PageOfPieces> pages() {
    for (std::size_t from = 0; from < pieces_.size();) {
      std::size_t end = from + 1;
      while (end < pieces_.size() && pieces_[end - 1].keeps_next) ++end;
      place_together(from, end);
      from = end;
    }
    return std::move(pages_);
  }

 private:
  struct Place {
    double used = 0;
    std::optional<std::size_t> table = {};  // of the piece before
  };

  double limit() const { return pages_.size() == 1 ? size_.first : size_.further; }

  // Where the next piece may begin after this one, were it put at `place`.
  Place after(std::size_t number, Place place) const {
    const Piece& piece = pieces_[number];
    if (place.used > 0) place.used += piece.space_before;
    if (piece.table && place.table != piece.table) place.used += head_heights_[*piece.table];
    place.used += piece.height;
    place.table = piece.table;
    return place;
  }

  bool fits(std::size_t from, std::size_t end, Place place, double limit) const {
    for (; from < end && place.used <= limit + kRounding; ++from) place = after(from, place);
    return place.used <= limit + kRounding;
  }

  void place_together(std::size_t from, std::size_t end) {
    if (!fits(from, end, at_, limit())) next_page();
    for (; from < end; ++from) {
      if (!fits(from, from + 1, at_, limit())) next_page();
      place(from);
    }
  }

  void next_page() {
    if (pages_.back().empty()) return;
    pages_.emplace_back();
    at_ = {};
  }

  void place(std::size_t number) {
    const Piece& piece = pieces_[number];
    const bool with_head = piece.table && at_.table != piece.table;
    const Place next = after(number, at_);
    const double top = next.used - piece.height;
    if (with_head) pages_.back().push_back({number, top - head_heights_[*piece.table], true});
    pages_.back().push_back({number, top, false});
    at_ = next;
  }

  std::span<const Piece> pieces_;
  std::span<const double> head_heights_;
  PageSize size_;
  std::vector<PageOfPieces> pages_;
  Place at_;
};

}  // namespace

std::vector<PageOfPieces> break_pages(std::span<const Piece> pieces,
                                      std::span<const double> head_heights, const PageSize& size) {
  INVARIANT(size.first > 0 && size.further > 0);
  return Breaking(pieces, head_heights, size).pages();
}

}  // namespace letopis::documents

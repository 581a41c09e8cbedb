#include "documents/page_order.h"

#include <algorithm>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

void begin_on(Side side, std::size_t sheet, std::vector<OrderedPage>& order) {
  if (side_of(order.size()) != side) order.push_back({sheet, std::nullopt});
}

void add_spread(std::span<const SheetPages> sheets, std::size_t left,
                std::vector<OrderedPage>& order) {
  const std::size_t right = left + 1;
  INVARIANT(right < sheets.size() && sheets[right].spread == Spread::kRight);
  begin_on(Side::kLeft, left, order);
  const std::size_t openings = std::max(sheets[left].pages, sheets[right].pages);
  for (std::size_t page = 0; page < openings; ++page) {
    for (const std::size_t sheet : {left, right}) {
      const bool exists = page < sheets[sheet].pages;
      order.push_back({sheet, exists ? std::optional(page) : std::nullopt});
    }
  }
}

}  // namespace

std::vector<OrderedPage> page_order(std::span<const SheetPages> sheets) {
  std::vector<OrderedPage> order;
  for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
    const SheetPages& one = sheets[sheet];
    if (one.spread == Spread::kLeft) {
      add_spread(sheets, sheet++, order);
      continue;
    }
    if (one.begins == Begins::kRightPage) begin_on(Side::kRight, sheet, order);
    if (one.begins == Begins::kLeftPage) begin_on(Side::kLeft, sheet, order);
    for (std::size_t page = 0; page < one.pages; ++page) order.push_back({sheet, page});
  }
  return order;
}

}  // namespace letopis::documents

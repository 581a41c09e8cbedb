// In which order the pages of sheets leave the printer.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "documents/page_frame.h"
#include "documents/sheet.h"

namespace letopis::documents {

struct SheetPages {
  Begins begins = Begins::kNextPage;
  Spread spread = Spread::kNone;
  std::size_t pages = 1;
};

// A page of a sheet, both from 0; of no page, it is left empty but for its number.
struct OrderedPage {
  std::size_t sheet = 0;
  std::optional<std::size_t> page = {};
  bool operator==(const OrderedPage&) const = default;
};

// The first page is a right one. The sheets of a spread alternate, each left page on the left;
// where one of them has fewer pages, empty ones stand opposite. Requires: spreads as check() asks.
std::vector<OrderedPage> page_order(std::span<const SheetPages> sheets);

// Of the page with this index, from 0.
inline Side side_of(std::size_t index) { return index % 2 == 0 ? Side::kRight : Side::kLeft; }

}  // namespace letopis::documents

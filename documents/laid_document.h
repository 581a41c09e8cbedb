// A document laid out on pages: its sheets, and in which order their pages leave the printer.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <vector>

#include "documents/page_order.h"
#include "documents/sheet_layout.h"

namespace letopis::documents {

// Borrows both. Sheets that refer to pages are laid out again once those are known.
class LaidDocument {
 public:
  LaidDocument(const Document& document, Typesetter& typesetter);

  const std::vector<OrderedPage>& pages() const { return order_; }
  const SheetLayout& sheet(std::size_t number) const { return *sheets_[number]; }

 private:
  std::vector<OrderedPage> ordered() const;
  void lay(std::size_t number, const std::vector<std::size_t>& first_pages);

  const Document& document_;
  Typesetter& typesetter_;
  std::deque<Sheet> numbered_;
  std::vector<std::unique_ptr<SheetLayout>> sheets_;
  std::vector<OrderedPage> order_;
};

}  // namespace letopis::documents

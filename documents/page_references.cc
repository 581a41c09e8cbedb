#include "documents/page_references.h"

#include <cstdint>
#include <variant>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

// Every cell of the sheet's tables; of a sheet that may be changed, cells that may be.
template <class AnySheet, class Visit>
void each_cell(AnySheet& sheet, const Visit& visit) {
  const auto rows = [&visit](auto& all) {
    for (auto& row : all) {
      for (auto& cell : row.cells) visit(cell);
    }
  };
  for (auto& block : sheet.blocks) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    rows(table->head);
    for (auto& group : table->groups) rows(group.rows);
    rows(table->totals);
  }
}

}  // namespace

bool refers_to_pages(const Sheet& sheet) {
  bool refers = false;
  each_cell(sheet, [&refers](const Cell& cell) { refers = refers || cell.page_of; });
  return refers;
}

bool refers_below(const Sheet& sheet, std::size_t sheets) {
  bool below = true;
  each_cell(sheet, [&](const Cell& cell) {
    if (cell.page_of && *cell.page_of >= sheets) below = false;
  });
  return below;
}

Sheet with_page_numbers(const Sheet& sheet, std::span<const std::size_t> first_pages) {
  Sheet out = sheet;
  each_cell(out, [first_pages](Cell& cell) {
    if (!cell.page_of) return;
    INVARIANT(*cell.page_of < first_pages.size());
    cell.content = Integer{static_cast<std::int64_t>(first_pages[*cell.page_of])};
  });
  return out;
}

}  // namespace letopis::documents

#include "documents/laid_document.h"

#include "documents/page_references.h"

namespace letopis::documents {
namespace {

// A number with fewer digits could make a sheet shorter, and so move those after it; not for ever.
constexpr int kMostPasses = 3;

std::vector<std::size_t> first_pages(const std::vector<OrderedPage>& order, std::size_t sheets) {
  std::vector<std::size_t> first(sheets, 0);
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (order[at].page == std::size_t{0}) first[order[at].sheet] = at + 1;
  }
  return first;
}

}  // namespace

LaidDocument::LaidDocument(const Document& document, Typesetter& typesetter)
    : document_(document), typesetter_(typesetter), sheets_(document.sheets.size()) {
  std::vector<std::size_t> first(document.sheets.size(), kMaxSheets);
  for (std::size_t number = 0; number < sheets_.size(); ++number) lay(number, first);
  order_ = ordered();
  for (int pass = 0; pass < kMostPasses && !numbered_.empty(); ++pass) {
    const auto now = first_pages(order_, sheets_.size());
    if (now == first) return;
    first = now;
    for (std::size_t number = 0; number < sheets_.size(); ++number) {
      if (refers_to_pages(document.sheets[number])) lay(number, first);
    }
    order_ = ordered();
  }
}

void LaidDocument::lay(std::size_t number, const std::vector<std::size_t>& first_pages) {
  const Sheet* sheet = &document_.sheets[number];
  if (refers_to_pages(*sheet)) {
    sheet = &numbered_.emplace_back(with_page_numbers(*sheet, first_pages));
  }
  sheets_[number] = std::make_unique<SheetLayout>(*sheet, document_.language, typesetter_);
}

std::vector<OrderedPage> LaidDocument::ordered() const {
  std::vector<SheetPages> counts;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const PageSetup& page = document_.sheets[number].page;
    counts.push_back({page.begins, page.spread, sheets_[number]->page_count()});
  }
  return page_order(counts);
}

}  // namespace letopis::documents

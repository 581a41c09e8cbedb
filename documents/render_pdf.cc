#include "documents/render_pdf.h"

#include <vector>

#include "documents/laid_document.h"
#include "documents/pdf_archival.h"
#include "documents/pdf_pages.h"

namespace letopis::documents {

PdfRenderer::PdfRenderer(std::unique_ptr<Typesetter> typesetter)
    : typesetter_(std::move(typesetter)) {}
PdfRenderer::PdfRenderer(PdfRenderer&&) noexcept = default;
PdfRenderer& PdfRenderer::operator=(PdfRenderer&&) noexcept = default;
PdfRenderer::~PdfRenderer() = default;

Result<PdfRenderer> PdfRenderer::open() { return open(LETOPIS_FONTS_DIRECTORY); }

Result<PdfRenderer> PdfRenderer::open(const std::string& fonts_folder) {
  auto fonts = Fonts::open(fonts_folder);
  if (!fonts) return fonts.refusal();
  return PdfRenderer(std::make_unique<Typesetter>(*std::move(fonts)));
}

Result<std::string> PdfRenderer::render(const Document& document) {
  if (auto checked = check(document); !checked) return checked.refusal();
  const LaidDocument laid(document, *typesetter_);
  const std::vector<OrderedPage>& order = laid.pages();
  PdfPages pages;
  for (std::size_t at = 0; at < order.size(); ++at) {
    const SheetLayout& sheet = laid.sheet(order[at].sheet);
    const Side side = side_of(at);
    const PageFrame frame = sheet.frame(side);
    pages.add(frame.width, frame.height, [&](cairo_t* on) {
      sheet.draw(on, order[at].page, side, {at + 1, order.size()});
    });
  }
  return archival(pages.take(), document);
}

}  // namespace letopis::documents

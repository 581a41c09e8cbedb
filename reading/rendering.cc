#include "reading/rendering.h"

#include <fmt/format.h>

#include "documents/render_csv.h"
#include "documents/render_html.h"
#include "documents/render_pdf.h"
#include "documents/render_xlsx.h"

namespace letopis::reading {

Result<std::string> rendered_pdf(const documents::Document& document) {
  auto renderer = documents::PdfRenderer::open();
  if (!renderer) return renderer.refusal();
  return renderer->render(document);
}

Result<std::string> rendered(const documents::Document& document,
                             const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".pdf") return rendered_pdf(document);
  if (ending == ".html") return documents::render_html(document);
  if (ending == ".xlsx") return documents::render_xlsx(document);
  if (ending == ".csv") return documents::render_csv(document);
  return Refusal{"print.format",
                 {fmt::format("неизвестно, в каком виде печатать «{}»", file.string()),
                  fmt::format("it is unknown in which format to print {}", file.string())},
                 {},
                 {"Имя файла оканчивается на .pdf, .html, .xlsx или .csv.",
                  "The file's name ends in .pdf, .html, .xlsx or .csv."}};
}

}  // namespace letopis::reading

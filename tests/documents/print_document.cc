// Writes a sample of the tests as the format that is asked for, in a process whose surroundings the
// caller chooses: print_document pdf|xlsx|csv|html
#include <clocale>
#include <cstdio>
#include <string>
#include <string_view>

#include "documents/render_csv.h"
#include "documents/render_html.h"
#include "documents/render_pdf.h"
#include "documents/render_xlsx.h"
#include "documents/samples.h"

namespace {

using namespace letopis::documents;  // NOLINT(google-build-using-namespace)

letopis::Result<std::string> rendered(std::string_view format) {
  const Document document = journal_spread(30, 40);
  if (format == "xlsx") return render_xlsx(document);
  if (format == "csv") return render_csv(document);
  if (format == "html") return render_html(document);
  auto renderer = PdfRenderer::open();
  if (!renderer) return renderer.refusal();
  return renderer->render(document);
}

}  // namespace

int main(int count, char** words) {
  std::setlocale(LC_ALL, "");  // as a program would that speaks its user's language
  const auto bytes = rendered(count > 1 ? words[1] : "pdf");
  if (!bytes) {
    std::fputs(bytes.refusal().says.en.c_str(), stderr);
    return 1;
  }
  std::fwrite(bytes->data(), 1, bytes->size(), stdout);
  return 0;
}

#include "documents/render_xlsx.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "documents/check_table.h"
#include "documents/workbook_file.h"
#include "documents/workbook_names.h"
#include "documents/workbook_sheet.h"
#include "outcome/invariant.h"

namespace letopis::documents {

Result<std::string> render_xlsx(const Document& document) {
  if (auto checked = check(document); !checked) return checked.refusal();
  std::vector<std::string_view> asked;
  for (const Sheet& sheet : document.sheets) {
    if (rows_on_tab(sheet) > kMaxTabRows) {
      return too_large("слишком много строк для книги", "too many rows for a workbook",
                       kMaxTabRows);
    }
    asked.push_back(sheet.name);
  }
  WorkbookFile file(document);
  WorkbookFormats formats(file.get());
  const std::vector<std::string> names = tab_names(asked);
  for (std::size_t at = 0; at < names.size(); ++at) {
    lxw_worksheet* tab = workbook_add_worksheet(file.get(), names[at].c_str());
    INVARIANT(tab != nullptr);
    WorkbookSheet(tab, formats, document.language).write(document.sheets[at]);
  }
  return file.take();
}

}  // namespace letopis::documents

// The looks of a workbook's cells, each kept once.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>

#include "documents/table.h"

namespace letopis::documents {

enum class CellRole : std::uint8_t { kTitle, kLine, kHead, kCaption, kBody, kTotals };

struct CellLook {
  CellRole role = CellRole::kBody;
  Style style = {};
  Shade shade = Shade::kNone;
  Align align = Align::kLeft;
  bool rotated = false;
  std::string number = {};  // the format of a value; empty: of a text
  auto operator<=>(const CellLook&) const = default;
};

class WorkbookFormats {
 public:
  explicit WorkbookFormats(lxw_workbook* workbook) : workbook_(workbook) {}

  // Owned by the workbook.
  lxw_format* cell(const CellLook& look);
  // Of a stretch of words within a cell of that role.
  lxw_format* run(CellRole role, const Style& style);

 private:
  lxw_workbook* workbook_;
  std::map<CellLook, lxw_format*> cells_;
  std::map<std::pair<CellRole, Style>, lxw_format*> runs_;
};

}  // namespace letopis::documents

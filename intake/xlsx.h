// Tables from workbooks of Excel and LibreOffice (.xlsx, ECMA-376).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/table.h"

namespace letopis::intake {

inline constexpr std::size_t kMaxWorkbookBytes = 8'000'000;
inline constexpr std::size_t kMaxElements = 2'000'000;  // of one part, so that its tree stays small

// The first sheet, or the one of this name. Cells come as people see them: days as "2012-03-04",
// times as "08:30", other numbers with up to 15 digits, truth as «ИСТИНА» and «ЛОЖЬ», formulas as
// their last result. Colours, comments, hidden rows and merged ranges mean nothing here; a merged
// range has its text in its first cell.
// Faults: xlsx.size, xlsx.not (no workbook; an old .xls or one with a password has the advice in
// the sentence), xlsx.sheet (no sheet of the name), xlsx.xml, xlsx.cell (an error as #REF!, a
// formula never computed, no number), table.rows, table.columns, and those of zip_parts.h and
// table.h.
Reading<Table> read_xlsx(std::string_view bytes,
                         const std::optional<std::string>& sheet = std::nullopt);

}  // namespace letopis::intake

// Tables from CSV (RFC 4180), as Russian Excel and other programs write it.
#pragma once

#include <string_view>

#include "intake/table.h"

namespace letopis::intake {

// UTF-8 or plainly Windows-1251 (encoding.h). The separator is the one of `;` `,` and tab that the
// heading has most of, outside quotes; a line "sep=;" before it, as Excel knows it, is obeyed.
// Lines end in LF or CRLF. A quoted cell may hold separators, line breaks and doubled quotes; row
// numbers count records, as a spreadsheet shows them. Faults, by row and column: csv.size (of the
// file), csv.quote (not closed, or text beside a quoted cell; reading ends there), table.rows,
// table.columns, and those of encoding.h and table.h.
Reading<Table> read_csv(std::string_view bytes);

}  // namespace letopis::intake

// A document as a workbook (.xlsx), one tab for each sheet.
#pragma once

#include <string>

#include "documents/document.h"

namespace letopis::documents {

// Refuses what check() refuses. Numbers, shares and days are values with a format, not words; the
// head of a tab's first table stays in sight, its columns are as wide as their texts ask; page
// set-up, spans, shades and rotated heads are as on paper. Names of tabs are shortened to 31
// characters, lose what a tab cannot have, and get a number where two would be the same.
// The same bytes for the same document.
Result<std::string> render_xlsx(const Document& document);

}  // namespace letopis::documents

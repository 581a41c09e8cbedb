// A document as CSV for Russian Excel: UTF-8 with a byte order mark, `;`, CRLF, quoting of RFC
// 4180.
#pragma once

#include <string>

#include "documents/document.h"

namespace letopis::documents {

// Whole: headings, paragraphs, lists, signatures' posts and tables, as they follow one another.
// Tables: their heads and rows alone, for programs that read them.
enum class CsvHolds : std::uint8_t { kWhole, kTables };

// Refuses what check() refuses. Sheets and blocks are parted by an empty line. Values are written
// so that a spreadsheet of the document's language reads them as such (4,50); a text that one would
// take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before
// it. A cell that spans others stands in its first one, the others are empty. Nothing is shortened.
Result<std::string> render_csv(const Document& document, CsvHolds holds = CsvHolds::kWhole);

}  // namespace letopis::documents

// In which encoding a text file is, and the same text in UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "intake/fault.h"

namespace letopis::intake {

// UTF-8 with or without a byte order mark comes back as it is, even where single bytes are broken:
// whoever reads on knows the place. What is plainly Windows-1251 (as Russian Excel writes CSV)
// comes back in UTF-8: not UTF-8, and nine in ten of its bytes past ASCII are Russian letters
// there. Refuses what is no such text: encoding.utf16, encoding.spreadsheet (an .xls or .xlsx
// file).
Reading<std::string> as_utf8(std::string_view bytes);

}  // namespace letopis::intake

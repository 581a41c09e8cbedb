// Numbers, shares and days as a workbook keeps them.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <string_view>

#include "documents/document.h"

namespace letopis::documents {

// "0.00", "0.0%", "dd.mm.yyyy"; empty for a text.
std::string value_format(const Content& content, Language language);

// Of the longest line of a text.
double characters(std::string_view text);

// Requires: the content is no text.
void write_value(lxw_worksheet* tab, lxw_row_t row, lxw_col_t column, const Content& content,
                 lxw_format* format);

}  // namespace letopis::documents

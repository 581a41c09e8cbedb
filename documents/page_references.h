// Cells that say on which page a sheet begins (Cell::page_of).
#pragma once

#include <cstddef>
#include <span>

#include "documents/sheet.h"

namespace letopis::documents {

bool refers_to_pages(const Sheet& sheet);

// Whether all that the sheet refers to is there.
bool refers_below(const Sheet& sheet, std::size_t sheets);

// With the number of the page, from 1, on which each sheet begins. Requires: refers_below.
Sheet with_page_numbers(const Sheet& sheet, std::span<const std::size_t> first_pages);

}  // namespace letopis::documents

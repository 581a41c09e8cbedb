// How the change report calls an entry, to people.
#pragma once

#include <string_view>

#include "projections/mark_cell.h"
#include "terminal/text.h"

namespace letopis::reading {

// «пересдача», "retake".
std::string_view type_word(terminal::Language language, projections::EntryType type);

}  // namespace letopis::reading

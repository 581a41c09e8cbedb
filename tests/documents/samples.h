// Documents as schools print them.
#pragma once

#include "documents/document.h"

namespace letopis::documents {

// A document of one sheet with one small table: № and name, three marks, an average.
Document small_document();

// An opening of a class journal: pupils × lessons on the left sheet, topics on the right one.
Document journal_spread(std::size_t pupils, std::size_t lessons);

}  // namespace letopis::documents

// What the columns of a table need, from what stands in them.
#pragma once

#include <vector>

#include "documents/column_widths.h"
#include "documents/table_layout.h"

namespace letopis::documents {

// In points. A body's text asks for its longest line, a head's for its longest word: a head may
// take more lines, a mark may not. Cells over several columns ask for nothing. Columns side by side
// that shrink their texts and are alike get the same need.
std::vector<ColumnNeed> column_needs(const LaidTable& table, Typesetter& typesetter);

}  // namespace letopis::documents

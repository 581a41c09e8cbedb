// A table as people keep it: a heading and rows of texts, whatever file it came in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/fault.h"

namespace letopis::intake {

inline constexpr std::size_t kMaxFileBytes = 16'000'000;
inline constexpr std::size_t kMaxRows = 20'000;  // with the heading and blank ones
inline constexpr std::size_t kMaxColumns = 200;
inline constexpr std::size_t kMaxCellBytes = 8'000;

// One row: its number as the spreadsheet shows it, from 1, and its cells from column A on.
struct Row {
  std::size_t number = 0;
  std::vector<std::string> cells;
  bool operator==(const Row&) const = default;
};

// The heading is the first row that is not blank. Each row has as many cells as the heading; blank
// rows are left out, so numbers may have gaps. Cells are plain text (events/text.h), without spaces
// at their ends, "" where nothing is written.
struct Table {
  Row heading;
  std::vector<Row> rows;
  bool operator==(const Table&) const = default;
};

// What a row that is shorter than the heading means.
enum class ShortRow { kFault, kBlankCells };

// Makes a table of rows as they were read. Line breaks become LF, tabs spaces; the apostrophe that
// guards a text from being taken for a formula ('=, '+, '-, '@) and the shell ="…" are taken off.
// Faults: table.empty (no heading, or no row under it), table.text (not UTF-8, control characters),
// table.cell_size, table.row (fewer cells than the heading, if that is a fault; a value where the
// heading has none).
Reading<Table> table_of(std::vector<Row> rows, ShortRow short_row);

// Faults of what is larger than a limit named above.
Fault too_many_rows();
Fault too_many_columns(std::size_t row);

}  // namespace letopis::intake

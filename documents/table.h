// A table: columns, a head, rows in groups, totals. Rows list only the cells that begin in them, as
// HTML does; what a cell spans is not listed again.
//
//            | Ученик        | сентябрь    | Ср.  |     head: two rows; «Ученик» and «Ср.» span
//            both |               | 02 | 04 | 07|      |
//   group →  | 5а · 1-я группа                   |
//            | Абрамова А.   | 4  |    | 5 | 4,50 |
//            | Всего         | 1  | 0  | 1 |      |     totals
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/cell.h"

namespace letopis::documents {

// What is drawn after a column: a hair line, the edge of a month, or the red line of the margin.
enum class Rule : std::uint8_t { kThin, kStrong, kMargin };

// How a text too long for its column is shown. Shrunk: on one line in a narrower face, then
// smaller, then on two lines, then cut with «…» and given in full in a list under the table.
enum class Fit : std::uint8_t { kWrap, kShrink };

struct Column {
  double least_mm = 6;                 // > 0
  std::optional<double> most_mm = {};  // ≥ least_mm; empty: no limit
  unsigned share = 0;                  // of the width that is left over, in parts
  Align align = Align::kLeft;
  Fit fit = Fit::kWrap;
  bool names_row = false;  // stands again where the table goes on in width
  bool bold = false;
  Rule after = Rule::kThin;
  bool operator==(const Column&) const = default;
};

struct Row {
  std::vector<Cell> cells;
  bool operator==(const Row&) const = default;
};

// A caption stands on a row of its own and never last on a page. A cell may span rows of its own
// group only.
struct RowGroup {
  std::optional<std::string> caption = {};
  std::vector<Row> rows;
  bool operator==(const RowGroup&) const = default;
};

struct Table {
  std::optional<std::string> caption = {};  // over the table; also what a screen reader says
  std::vector<Column> columns;              // those that name the row come first
  std::vector<Row> head;                    // repeated on each page; at least one row
  std::vector<RowGroup> groups;
  std::vector<Row> totals;            // bold; never alone on a page
  bool rule_each_fifth = false;       // a stronger line after rows 5, 10, … of each group
  std::optional<double> row_mm = {};  // a body row's least height; empty: as its text asks
  bool operator==(const Table&) const = default;
};

inline constexpr std::size_t kMaxTableColumns = 400;
inline constexpr std::size_t kMaxTableRows = 20'000;  // of all groups
inline constexpr std::size_t kMaxHeadRows = 8;
inline constexpr std::size_t kMaxTotalsRows = 40;
inline constexpr double kMaxColumnMm = 400;
inline constexpr double kMaxRowMm = 100;
inline constexpr unsigned kMaxShare = 1'000;

}  // namespace letopis::documents

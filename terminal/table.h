// Tables for a terminal, and how wide a text stands there: one column a code point (Cyrillic,
// Latin, box drawing), none for combining marks. No code uses wider characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace letopis::terminal {

// In columns of a terminal; escape sequences of colours take none.
std::size_t width_of(std::string_view text);

// At most `width` columns, the last of them «…» iff something was cut off.
std::string cut_to(std::string_view text, std::size_t width);

enum class Align : unsigned char { kLeft, kRight, kCentre };
// Filled with spaces up to `width`; longer texts stay as they are.
std::string padded(std::string_view text, std::size_t width, Align align = Align::kLeft);

// Lines of at most `width` columns, broken at spaces.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

struct Column {
  std::string title;
  Align align = Align::kLeft;
  std::size_t most = 0;  // columns; longer texts are cut; 0: no limit
};

//   Класс   Учеников   Качество
//   ─────   ────────   ────────
//   5а            25     64,0 %
class Table {
 public:
  explicit Table(std::vector<Column> columns, std::size_t gap = 2)
      : columns_(std::move(columns)), gap_(gap) {}

  // Requires: as many cells as columns.
  void row(std::vector<std::string> cells);
  void rule();  // a line across, before a row of sums

  bool empty() const { return rows_.empty(); }
  // Each line begins with `indent` spaces and ends without any.
  std::string print(std::size_t indent = 2) const;

 private:
  std::vector<std::size_t> widths() const;

  std::vector<Column> columns_;
  std::size_t gap_;
  std::vector<std::vector<std::string>> rows_;  // an empty one is a rule
};

}  // namespace letopis::terminal

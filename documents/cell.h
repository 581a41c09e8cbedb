// What stands in a cell of a table: words as people read them, or a value that a spreadsheet can
// count with. Nothing here knows a school; colours and shades are named for what they say.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace letopis::documents {

// Never the only sign of anything: a page is also printed in black.
enum class Ink : std::uint8_t { kPlain, kQuiet, kAlarm, kAbsence, kAccent, kGood };

struct Style {
  bool bold = false;
  bool struck = false;
  bool small = false;
  Ink ink = Ink::kPlain;
  auto operator<=>(const Style&) const = default;
};

// A stretch of words of one look. Plain text: UTF-8, its only control character the line break.
struct Run {
  std::string text;
  Style style = {};
  bool operator==(const Run&) const = default;
};

using Text = std::vector<Run>;

struct Integer {
  std::int64_t value = 0;
  bool operator==(const Integer&) const = default;
};

// 4,50 is 450 with 2 places: exact, and always shown with these places. At most kMaxPlaces.
struct Decimal {
  std::int64_t units = 0;
  unsigned places = 0;
  bool operator==(const Decimal&) const = default;
};

// 64,0 % is 640 with 1 place.
struct Percent {
  std::int64_t units = 0;
  unsigned places = 0;
  bool operator==(const Percent&) const = default;
};

// A day of the Gregorian calendar, 1900 to 9999, as spreadsheets know them.
struct Date {
  int year = 1900;
  unsigned month = 1;
  unsigned day = 1;
  bool operator==(const Date&) const = default;
};

inline constexpr unsigned kMaxPlaces = 6;
inline constexpr std::int64_t kMaxUnits = 999'999'999'999'999;  // what a spreadsheet keeps exactly

using Content = std::variant<Text, Integer, Decimal, Percent, Date>;

// Closed: no entry can stand here (before arrival, after leaving). Today: the column of the day.
enum class Shade : std::uint8_t { kNone, kClosed, kToday, kWarning };
enum class Align : std::uint8_t { kLeft, kCentre, kRight };

struct Cell {
  Content content = Text{};
  Style style = {};  // of a value; the runs of a text have their own
  Shade shade = Shade::kNone;
  std::optional<Align> align = std::nullopt;  // empty: as its column says
  unsigned columns = 1;                       // that it takes, to the right
  unsigned rows = 1;                          // that it takes, downwards
  bool rotated = false;                       // written upwards; only in a table's head
  // On paper the number of the page on which that sheet of the document begins, from 0, stands here
  // instead of the content: a table of contents.
  std::optional<std::size_t> page_of = std::nullopt;
  bool operator==(const Cell&) const = default;
};

// A cell of words alone.
inline Cell words(std::string text, Style style = {}) {
  if (text.empty()) return {};
  return {.content = Text{{std::move(text), style}}};
}

}  // namespace letopis::documents

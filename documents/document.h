// A document: what is printed, saved or shown, before any format. It is a value made by whoever
// knows the school; the renderers beside this file turn it into CSV, XLSX, HTML and PDF, and the
// same document always into the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "documents/sheet.h"
#include "outcome/result.h"

namespace letopis::documents {

// The language of the words the renderers add ("Страница 2 из 14") and of how values are written
// (4,50 and 01.09.2025, or 4.50 and 2025-09-01).
enum class Language : std::uint8_t { kRussian, kEnglish };

struct Document {
  std::string title;
  std::string author;  // the school or the program, for the file's properties
  Language language = Language::kRussian;
  std::string made;  // "2026-11-11T12:30:00+03:00" or ending in Z; given, never read from a clock
  std::vector<Sheet> sheets;
  bool operator==(const Document&) const = default;
};

inline constexpr std::size_t kMaxSheets = 2'000;
inline constexpr std::size_t kMaxCells = 2'000'000;  // of a document
inline constexpr std::size_t kMaxRuns = 40;          // of one text
inline constexpr std::size_t kMaxTextBytes = 8'000;  // of one text, all its runs together

// What every renderer requires. Refuses, naming the sheet and table by number from 1:
//   document.made      no moment as above
//   document.empty     no sheet, or no title or sheet name
//   document.size      a limit of cell.h, table.h, sheet.h or above is passed
//   document.text      a text that is not UTF-8 or has control characters other than the line break
//   document.table     no columns or head; a row whose cells and spans do not fill it exactly; a
//   span
//                      that leaves the head, its group or the totals; a column that names the row
//                      after one that does not; a width that is none; a rotated cell below the head
//   document.value     a day that does not exist, more places or digits than can be kept
//   document.page      a cell that asks for the page of a sheet that is none
//   document.spread    a left sheet without its right one after it, or the reverse; two sides of
//   one
//                      spread on different paper
Outcome check(const Document& document);

}  // namespace letopis::documents

// How a spreadsheet shows a number: a day, a time, leading zeros, or the number itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace letopis::intake {

struct NumberFormat {
  bool day = false;           // a count of days since the workbook's first
  bool time = false;          // a fraction of a day
  unsigned least_digits = 0;  // leading zeros up to so many: "007"
  bool operator==(const NumberFormat&) const = default;
};

// Of a format that every spreadsheet program knows by its number (ECMA-376, 18.8.30).
NumberFormat built_in_format(unsigned id);

// Of a format that the workbook spells out, as "dd.mm.yyyy" or "000000".
NumberFormat spelled_format(std::string_view code);

// From which day a workbook counts: 1900-01-01 is 1, or 1904-01-01 is 0.
enum class FirstDay { k1900, k1904 };

// Days as "2012-03-04", times as "08:30" to the minute, both with a space between; numbers with up
// to 15 digits and a decimal point. Absent iff there is no such day (29 February 1900, past 9999).
// Requires: the number is finite.
std::optional<std::string> shown(double number, const NumberFormat& format, FirstDay first_day);

}  // namespace letopis::intake

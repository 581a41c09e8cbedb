// Lists in the values of parameters: items apart by commas, spaces around them not counted.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace letopis::regulations {

inline constexpr std::size_t kMostItems = 64;

std::string_view trimmed(std::string_view text);

// The items in their order, borrowed from the text: one at least, and an empty one where nothing
// stands. Empty iff there would be more than kMostItems.
std::vector<std::string_view> items_of(std::string_view text, char separator = ',');

// The digits at the start, taken off; empty iff there are none or more than four.
std::optional<unsigned> take_number(std::string_view& text);

// A whole number of at most four digits and nothing else.
std::optional<unsigned> whole_number(std::string_view text);

}  // namespace letopis::regulations

#include "regulations/value_list.h"

namespace letopis::regulations {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> items_of(std::string_view text, char separator) {
  std::vector<std::string_view> items;
  for (std::string_view rest = text;;) {
    if (items.size() == kMostItems) return {};
    const std::size_t end = rest.find(separator);
    items.push_back(trimmed(rest.substr(0, end)));
    if (end == std::string_view::npos) return items;
    rest.remove_prefix(end + 1);
  }
}

std::optional<unsigned> take_number(std::string_view& text) {
  unsigned number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (digits == 4) return std::nullopt;
    number = number * 10 + static_cast<unsigned>(text[digits] - '0');
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

std::optional<unsigned> whole_number(std::string_view text) {
  const auto number = take_number(text);
  if (!number || !text.empty()) return std::nullopt;
  return number;
}

}  // namespace letopis::regulations

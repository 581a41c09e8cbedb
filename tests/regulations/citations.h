// Clauses as the table of parameters cites them, and as a regulation's file names them.
#pragma once

#include <regex>
#include <string>
#include <vector>

namespace letopis::regulations {

// The pieces of a clause that can be looked for: "№8", "№15–17", "3.2 (1)", "4.1.3", "прил. 5".
inline std::vector<std::string> pieces_of(const std::string& text) {
  static const std::regex piece(
      "№[0-9]+\\*?(–[0-9]+)?|[0-9]+(\\.[0-9]+)+( \\([0-9]\\))?|"
      "A[0-9](\\.[0-9]+)?|прил\\. [0-9](\\.[0-9]+)?|^[0-9]+$|\\([0-9]+\\)");
  std::vector<std::string> pieces;
  for (std::sregex_iterator at(text.begin(), text.end(), piece), end; at != end; ++at) {
    std::string one = at->str();
    if (one.front() == 'A') one = "прил. " + one.substr(1);
    if (one.front() == '(') one = one.substr(1, one.size() - 2);
    pieces.push_back(one);
  }
  return pieces;
}

inline bool is_digit(char one) { return '0' <= one && one <= '9'; }

// True iff the number stands in the text and is no part of a longer one: "2.1" is not in "12.1",
// "4.2.1" or "2.1.3".
inline bool stands_in(const std::string& text, const std::string& number) {
  for (auto at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
    const auto after = at + number.size();
    const bool goes_on = after < text.size() && is_digit(text[after]);
    const bool goes_deeper =
        after + 1 < text.size() && text[after] == '.' && is_digit(text[after + 1]);
    const bool began = at > 0 && is_digit(text[at - 1]);
    const bool began_above = at > 1 && text[at - 1] == '.' && is_digit(text[at - 2]);
    if (!goes_on && !goes_deeper && !began && !began_above) return true;
  }
  return false;
}

}  // namespace letopis::regulations

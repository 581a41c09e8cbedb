#include "intake/words.h"

#include <algorithm>

namespace letopis::intake {
namespace {

// The last is the byte order mark, which some editors leave inside a text.
constexpr std::string_view kSpaces[] = {" ", "\t", "\r", "\n", "\u00A0", "\u202F", "\uFEFF"};

// The space that stands at the beginning or the end, empty iff none does.
std::string_view space_at(std::string_view rest) {
  for (const std::string_view one : kSpaces) {
    if (rest.starts_with(one)) return one;
  }
  return {};
}
std::string_view space_before(std::string_view end) {
  for (const std::string_view one : kSpaces) {
    if (end.ends_with(one)) return one;
  }
  return {};
}

bool is_ascii_letter_or_digit(char one) {
  return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (auto space = space_at(text); !space.empty(); space = space_at(text)) {
    text.remove_prefix(space.size());
  }
  for (auto space = space_before(text); !space.empty(); space = space_before(text)) {
    text.remove_suffix(space.size());
  }
  return text;
}

std::string tidy(std::string_view text) {
  std::string out;
  bool space_waits = false;
  while (!text.empty()) {
    const std::string_view space = space_at(text);
    if (!space.empty()) {
      space_waits = !out.empty();
      text.remove_prefix(space.size());
      continue;
    }
    if (space_waits) out += ' ';
    space_waits = false;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

std::string folded(std::string_view text) {
  static constexpr std::string_view number_sign = "№";
  const std::string small = lower(text);
  std::string out;
  for (std::string_view rest = small; !rest.empty();) {
    const std::string_view letter =
        rest.starts_with(number_sign) ? number_sign : events::russian_letter_at(rest);
    if (!letter.empty()) {
      out += letter;
      rest.remove_prefix(letter.size());
      continue;
    }
    if (is_ascii_letter_or_digit(rest.front())) out += rest.front();
    rest.remove_prefix(1);
  }
  return out;
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    std::string part = tidy(text.substr(0, end));
    if (!part.empty()) parts.push_back(std::move(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<unsigned> whole_number(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  unsigned number = 0;
  for (const char one : text) {
    if (one < '0' || one > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(one - '0');
  }
  return number;
}

}  // namespace letopis::intake

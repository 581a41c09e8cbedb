#include "regulations/term.h"

#include <optional>

namespace letopis::regulations {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The digits at the start, taken off; empty iff there are none or more than four.
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

std::optional<Term> time_of_day(std::string_view text) {
  const auto hour = take_number(text);
  if (!hour || text.size() != 3 || text.front() != ':') return std::nullopt;
  text.remove_prefix(1);
  const auto minute = take_number(text);
  if (!minute || !text.empty() || *hour > 23 || *minute > 59) return std::nullopt;
  return Term{TermKind::kTimeOfDay, *hour * 60 + *minute};
}

std::optional<Term> counted(std::string_view text) {
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  const bool days_fit = *number <= kLongestTermDays;
  if ((text == "d" || text == "cd") && days_fit) return Term{TermKind::kCalendarDays, *number};
  if (text == "wd" && days_fit) return Term{TermKind::kWorkingDays, *number};
  if (text == "w" && *number * 7 <= kLongestTermDays) {
    return Term{TermKind::kCalendarDays, *number * 7};
  }
  if (text == "m" && *number == 1) return Term{TermKind::kMonth, 1};
  if (text == "h" && *number <= kLongestTermHours) {
    return Term{TermKind::kHoursAfterLessons, *number};
  }
  return std::nullopt;
}

std::optional<Term> one_term(std::string_view text) {
  if (text == "none") return Term{TermKind::kNone, 0};
  if (text == "lesson_day") return Term{TermKind::kLessonDay, 0};
  if (text == "year_end") return Term{TermKind::kYearEnd, 0};
  if (text.find(':') != std::string_view::npos) return time_of_day(text);
  return counted(text);
}

}  // namespace

Result<std::vector<Term>> parse_terms(std::string_view text) {
  std::vector<Term> terms;
  for (std::string_view rest = text;;) {
    const std::size_t comma = rest.find(',');
    const auto term = one_term(trimmed(rest.substr(0, comma)));
    if (!term) {
      return Refusal{"term.unreadable",
                     {"непонятный срок: " + std::string(text), "no term: " + std::string(text)}};
    }
    terms.push_back(*term);
    if (comma == std::string_view::npos) return terms;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace letopis::regulations

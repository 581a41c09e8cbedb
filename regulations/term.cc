#include "regulations/term.h"

#include <optional>

#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

constexpr std::string_view kLateMark = "late ";

std::optional<Term> time_of_day(std::string_view text) {
  const auto hour = take_number(text);
  if (!hour || text.size() != 3 || text.front() != ':') return std::nullopt;
  text.remove_prefix(1);
  const auto minute = whole_number(text);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
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
  if (text == "norms") return Term{TermKind::kNorms, 0};
  if (text == "by_order") return Term{TermKind::kByOrder, 0};
  if (text.find(':') != std::string_view::npos) return time_of_day(text);
  return counted(text);
}

std::optional<std::vector<Term>> list_of_terms(std::string_view text) {
  std::vector<Term> terms;
  for (const std::string_view item : items_of(text)) {
    const auto term = one_term(item);
    if (!term) return std::nullopt;
    terms.push_back(*term);
  }
  if (terms.empty()) return std::nullopt;
  return terms;
}

bool outlasts(const std::vector<Term>& late, const std::vector<Term>& due) {
  for (const Term& longer : late) {
    for (const Term& shorter : due) {
      if (longer.kind == shorter.kind && longer.count <= shorter.count) return false;
    }
  }
  return true;
}

Refusal unreadable(std::string_view text) {
  return {"term.unreadable",
          {"непонятный срок: " + std::string(text), "no term: " + std::string(text)}};
}

}  // namespace

Result<std::vector<Term>> parse_terms(std::string_view text) {
  auto terms = list_of_terms(text);
  if (!terms) return unreadable(text);
  return *std::move(terms);
}

Result<DueTerms> parse_due(std::string_view text) {
  const auto halves = items_of(text, ';');
  if (halves.empty() || halves.size() > 2) return unreadable(text);
  auto due = list_of_terms(halves[0]);
  if (!due) return unreadable(text);
  if (halves.size() == 1) return DueTerms{*std::move(due), {}};
  if (!halves[1].starts_with(kLateMark)) return unreadable(text);
  auto late = list_of_terms(halves[1].substr(kLateMark.size()));
  if (!late || !outlasts(*late, *due)) return unreadable(text);
  return DueTerms{*std::move(due), *std::move(late)};
}

}  // namespace letopis::regulations

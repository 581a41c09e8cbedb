#include "regulations/key_value.h"

#include <algorithm>

#include "events/text.h"
#include "regulations/cadence.h"
#include "regulations/civil_day.h"
#include "regulations/grade_list.h"
#include "regulations/parameters.h"
#include "regulations/role_list.h"
#include "regulations/term.h"
#include "regulations/value_list.h"
#include "regulations/written_norms.h"
#include "regulations/yearly_term.h"

namespace letopis::regulations {
namespace {

constexpr std::string_view kWindows[] = {"none", "1w", "2w", "3w", "1m", "year_end"};

bool is_window(std::string_view text) {
  return std::find(std::begin(kWindows), std::end(kWindows), text) != std::end(kWindows);
}

bool is_word(const KnownKey& key, std::string_view text) {
  return std::any_of(key.words.begin(), key.words.end(),
                     [&](const ValueWord& word) { return word.word == text; });
}

template <class Belongs>
bool is_list(std::string_view value, Belongs belongs) {
  auto items = items_of(value);
  if (items.empty() || !std::all_of(items.begin(), items.end(), belongs)) return false;
  std::sort(items.begin(), items.end());
  return std::adjacent_find(items.begin(), items.end()) == items.end();
}

bool is_order(std::string_view value) {
  const auto comma = value.rfind(',');
  return comma != std::string_view::npos && !trimmed(value.substr(0, comma)).empty() &&
         parse_iso(trimmed(value.substr(comma + 1))).has_value();
}

bool is_span_term(const Term& term) {
  return term.kind == TermKind::kCalendarDays || term.kind == TermKind::kWorkingDays ||
         term.kind == TermKind::kMonth || term.kind == TermKind::kYearEnd;
}

bool is_span(std::string_view value) {
  const auto terms = parse_due(value);
  return terms && std::all_of(terms->due.begin(), terms->due.end(), is_span_term) &&
         std::all_of(terms->late.begin(), terms->late.end(), is_span_term);
}

// The norms are those of written works, and an order sets the day of period marks alone.
bool is_due(const KnownKey& key, std::string_view value) {
  const auto terms = parse_due(value);
  const auto fits = [&](const Term& term) {
    if (term.kind == TermKind::kNorms) return key.key == kWrittenWorkDue;
    return term.kind != TermKind::kByOrder || key.key == kPeriodMarksDue;
  };
  return terms && std::all_of(terms->due.begin(), terms->due.end(), fits) &&
         std::all_of(terms->late.begin(), terms->late.end(), fits);
}

bool is_days_before(std::string_view value) {
  const auto terms = parse_terms(value);
  return terms && terms->size() == 1 &&
         (terms->front().kind == TermKind::kCalendarDays || terms->front().kind == TermKind::kNone);
}

bool is_number(const KnownKey& key, std::string_view value) {
  const auto number = whole_number(value);
  return number && key.least <= *number && *number <= key.most;
}

bool is_fraction(std::string_view value) {
  return value.size() >= 3 && value.size() <= 5 && value.starts_with("0.") &&
         whole_number(value.substr(2)).has_value();
}

bool follows_grammar(const KnownKey& key, std::string_view value) {
  switch (key.kind) {
    case ValueKind::kText: return true;
    case ValueKind::kOrder: return is_order(value);
    case ValueKind::kUntil: return value == "next" || parse_iso(value).has_value();
    case ValueKind::kYesNo: return value == "yes" || value == "no";
    case ValueKind::kWord: return is_word(key, value);
    case ValueKind::kWords:
      return value == "none" ||
             is_list(value, [&](std::string_view item) { return is_word(key, item); });
    case ValueKind::kDue: return is_due(key, value);
    case ValueKind::kSpan: return is_span(value);
    case ValueKind::kDaysBefore: return is_days_before(value);
    case ValueKind::kWindow: return is_window(value);
    case ValueKind::kWindowChoice: return is_list(value, is_window);
    case ValueKind::kCadences: return parse_cadences(value).has_value();
    case ValueKind::kRoles: return parse_roles(value).has_value();
    case ValueKind::kRoleTerms: return parse_role_terms(value).has_value();
    case ValueKind::kGrades: return parse_grades(value).has_value();
    case ValueKind::kNorms: return parse_written_norms(value).has_value();
    case ValueKind::kFirstStart: return parse_first_start(value).has_value();
    case ValueKind::kYearly: return parse_yearly(value).has_value();
    case ValueKind::kNumber: return is_number(key, value);
    case ValueKind::kFraction: return is_fraction(value);
  }
  INVARIANT(false);
}

Sentence both(const std::string& text) { return {text, text}; }

Sentence words_of(const KnownKey& key) {
  Sentence list;
  for (const ValueWord& word : key.words) {
    const std::string_view apart = list.ru.empty() ? "" : ", ";
    list.ru.append(apart).append(word.word).append(" (").append(word.ru).append(")");
    list.en.append(apart).append(word.word);
  }
  return list;
}

}  // namespace

Sentence allowed_values(const KnownKey& key) {
  switch (key.kind) {
    case ValueKind::kText: return {"слова в одну строку", "words in one line"};
    case ValueKind::kOrder:
      return {"номер и день через запятую: 377-ОД, 2020-11-18",
              "number and day by a comma: 377-ОД, 2020-11-18"};
    case ValueKind::kUntil:
      return {"день 2026-08-31 или next (до принятия нового)",
              "a day, 2026-08-31, or next (until a new one)"};
    case ValueKind::kYesNo: return {"yes (да), no (нет)", "yes, no"};
    case ValueKind::kWord:
    case ValueKind::kWords: return words_of(key);
    case ValueKind::kDue:
      return both(
          "none, lesson_day, 17:00, 7d, 7wd, 2w, 1m, 3h, year_end, norms, by_order; "
          "lesson_day; late 7d");
    case ValueKind::kSpan: return both("3cd, 7d, 7wd, 2w, 1m, year_end; 7d; late 7wd");
    case ValueKind::kDaysBefore: return both("none, 7d, 10cd");
    case ValueKind::kWindow:
    case ValueKind::kWindowChoice: return both("none, 1w, 2w, 3w, 1m, year_end");
    case ValueKind::kCadences:
      return both(
          "daily, weekly, twice_monthly, monthly, quarter, half_year, year, each_period, "
          "on_change, on_need, no_term");
    case ValueKind::kRoles:
      return both(
          "director, deputy, administrator, teacher, psychologist, class_teacher, "
          "head_of_association, control_member, site_administrator, secretary, "
          "inspector, pupil, parent; unnamed");
    case ValueKind::kRoleTerms: return both("1w; administrator 1w, deputy 1m");
    case ValueKind::kGrades: return both("none, 1, 1-4, 10, 11");
    case ValueKind::kNorms: return both("none; dictation 1-4 1d, essay 10-11 7wd");
    case ValueKind::kFirstStart: return both("15d, same_day, period_start, before_data");
    case ValueKind::kYearly:
      return both(
          "before 08-25, on 09-01, 7d before each_period, 7d after each_period, "
          "10cd after year_start, year_start, through_year");
    case ValueKind::kNumber: {
      const std::string least = std::to_string(key.least);
      const std::string most = std::to_string(key.most);
      return {"целое число от " + least + " до " + most,
              "a whole number from " + least + " to " + most};
    }
    case ValueKind::kFraction: return both("0.5, 0.65");
  }
  INVARIANT(false);
}

bool is_readable(const KnownKey& key, std::string_view value) {
  return !trimmed(value).empty() && value.size() <= kMostValueBytes &&
         value.find('\n') == std::string_view::npos && events::is_plain_text(value) &&
         follows_grammar(key, value);
}

}  // namespace letopis::regulations

#include "regulations/yearly_term.h"

#include <set>

#include "regulations/civil_day.h"
#include "regulations/term.h"
#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

constexpr unsigned kFirstMonthOfAYear = 7;
constexpr unsigned kLongestMonth[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::optional<YearlyTerm> of_date(YearlyKind kind, std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = whole_number(text.substr(0, 2));
  const auto day = whole_number(text.substr(3));
  if (!month || !day || *month == 0 || *month > 12 || *day == 0) return std::nullopt;
  if (*day > kLongestMonth[*month - 1]) return std::nullopt;
  return YearlyTerm{kind, *month, *day, 0};
}

std::optional<unsigned> calendar_days(std::string_view text) {
  const auto terms = parse_terms(text);
  if (!terms || terms->size() != 1) return std::nullopt;
  const Term term = terms->front();
  if (term.kind != TermKind::kCalendarDays) return std::nullopt;
  return term.count;
}

std::optional<YearlyTerm> of_anchor(const std::vector<std::string_view>& words) {
  const auto days = calendar_days(words[0]);
  const bool before = words[1] == "before";
  const bool of_period = words[2] == "each_period";
  if (!days || (!before && words[1] != "after")) return std::nullopt;
  if (!of_period && words[2] != "year_start") return std::nullopt;
  const YearlyKind of_periods = before ? YearlyKind::kBeforePeriod : YearlyKind::kAfterPeriodStart;
  const YearlyKind of_year = before ? YearlyKind::kBeforeYear : YearlyKind::kAfterYearStart;
  return YearlyTerm{of_period ? of_periods : of_year, 0, 0, *days};
}

std::optional<YearlyTerm> one_term(std::string_view text) {
  if (text == "year_start") return YearlyTerm{YearlyKind::kYearStart, 0, 0, 0};
  if (text == "through_year") return YearlyTerm{YearlyKind::kThroughYear, 0, 0, 0};
  const auto words = items_of(text, ' ');
  if (words.size() == 2 && words[0] == "before") return of_date(YearlyKind::kBeforeDate, words[1]);
  if (words.size() == 2 && words[0] == "on") return of_date(YearlyKind::kOnDate, words[1]);
  if (words.size() == 3) return of_anchor(words);
  return std::nullopt;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

events::Day last_in_time_of_date(const YearlyTerm& term, const SchoolYear& year) {
  CivilDay date{year.first_calendar_year, term.month, term.day};
  if (term.month < kFirstMonthOfAYear) ++date.year;
  const bool missing = date.month == 2 && date.day == 29 && !is_leap(date.year);
  if (missing) date.day = 28;
  const events::Day named = day_of(date);
  return term.kind == YearlyKind::kOnDate || missing ? named : plus_days(named, -1);
}

class LastDays {
 public:
  LastDays(const std::vector<YearlyTerm>& terms, const SchoolYear& year) : year_(year) {
    for (const YearlyTerm& term : terms) {
      if (term.kind == YearlyKind::kBeforeDate || term.kind == YearlyKind::kOnDate) {
        dates_.insert(last_in_time_of_date(term, year));
      }
    }
    days_ = dates_;
    for (const YearlyTerm& term : terms) add(term);
  }

  std::vector<events::Day> in_order() const { return {days_.begin(), days_.end()}; }

 private:
  void add(const YearlyTerm& term) {
    const int days = static_cast<int>(term.days);
    switch (term.kind) {
      case YearlyKind::kBeforeDate:
      case YearlyKind::kOnDate:
      case YearlyKind::kYearStart:
      case YearlyKind::kThroughYear: return;
      case YearlyKind::kBeforeYear: days_.insert(plus_days(year_.first_day, -days)); return;
      case YearlyKind::kAfterYearStart: days_.insert(plus_days(year_.first_day, days)); return;
      case YearlyKind::kBeforePeriod:
      case YearlyKind::kAfterPeriodStart: return add_periods(term);
    }
    INVARIANT(false);
  }

  void add_periods(const YearlyTerm& term) {
    const int days = static_cast<int>(term.days);
    for (const events::PeriodDeclared& period : year_.periods) {
      if (period.kind == events::PeriodKind::kYear) continue;
      const bool before = term.kind == YearlyKind::kBeforePeriod;
      if (before) days_.insert(plus_days(period.first_day, -days));
      if (!before) add_after(period.first_day, plus_days(period.first_day, days));
    }
  }

  void add_after(events::Day first, events::Day last) {
    const auto date = dates_.lower_bound(first);
    if (date == dates_.end() || *date > last) days_.insert(last);
  }

  const SchoolYear& year_;
  std::set<events::Day> dates_;
  std::set<events::Day> days_;
};

}  // namespace

Result<std::vector<YearlyTerm>> parse_yearly(std::string_view text) {
  const Refusal refusal{
      "yearly.unreadable",
      {"непонятный ежегодный срок: " + std::string(text), "no yearly term: " + std::string(text)}};
  std::vector<YearlyTerm> terms;
  for (const std::string_view item : items_of(text)) {
    const auto term = one_term(item);
    if (!term) return refusal;
    terms.push_back(*term);
  }
  if (terms.empty()) return refusal;
  return terms;
}

std::vector<events::Day> last_days_in_time(const std::vector<YearlyTerm>& terms,
                                           const SchoolYear& year) {
  return LastDays(terms, year).in_order();
}

Result<FirstStart> parse_first_start(std::string_view text) {
  if (text == "same_day") return FirstStart{FirstStartKind::kSameDay, 0};
  if (text == "period_start") return FirstStart{FirstStartKind::kPeriodStart, 0};
  if (text == "before_data") return FirstStart{FirstStartKind::kBeforeData, 0};
  if (const auto days = calendar_days(text)) return FirstStart{FirstStartKind::kDays, *days};
  return Refusal{"first_start.unreadable",
                 {"непонятный срок первого запуска: " + std::string(text),
                  "no term of a first start: " + std::string(text)}};
}

std::optional<events::Day> last_day_in_time(const FirstStart& start, events::Day registered) {
  switch (start.kind) {
    case FirstStartKind::kDays: return plus_days(registered, static_cast<int>(start.days));
    case FirstStartKind::kSameDay: return registered;
    case FirstStartKind::kPeriodStart:
    case FirstStartKind::kBeforeData: return std::nullopt;
  }
  INVARIANT(false);
}

}  // namespace letopis::regulations

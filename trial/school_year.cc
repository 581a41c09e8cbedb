#include "trial/school_year.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"

namespace letopis::trial {
namespace {

using events::CalendarDayKind;
using events::PeriodKind;

constexpr events::Day kEndOfAugust = day_of(2026, 8, 31);
constexpr events::Day kNewYear = day_of(2026, 1, 1);

// What the given calendar says; of a calendar year that it does not know, the federal holidays.
std::vector<CalendarDay> chosen_days(const Settings& settings) {
  std::vector<CalendarDay> chosen;
  const auto in_year = [](const CalendarDay& day) {
    return kFirstDay <= day.day && day.day <= kEndOfAugust;
  };
  bool knows[2] = {false, false};
  for (const CalendarDay& day : settings.calendar) {
    if (!in_year(day)) continue;
    chosen.push_back(day);
    knows[day.day < kNewYear ? 0 : 1] = true;
  }
  for (const CalendarDay& day : federal_holidays()) {
    if (!knows[day.day < kNewYear ? 0 : 1]) chosen.push_back(day);
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const CalendarDay& a, const CalendarDay& b) { return a.day < b.day; });
  return chosen;
}

// A regulation that names no periods leaves them as they are usual.
unsigned half_years_from(const Settings& settings) {
  regulations::Parameters parameters;
  for (const events::Parameter& one : settings.regulation.parameters) parameters.set(one);
  const auto kinds = regulations::reporting_periods(parameters);
  return kinds.empty() || kinds.contains(PeriodKind::kHalfYear) ? kHalfYearsFrom : kGrades + 1;
}

std::vector<Term> all_terms(unsigned half_years_from) {
  const events::Day autumn = day_of(2025, 10, 24);
  const events::Day winter = day_of(2025, 12, 30);
  const events::Day spring = day_of(2026, 3, 27);
  const events::Day january = day_of(2026, 1, 12);
  const unsigned last_quarters = half_years_from - 1;
  return {
      {PeriodKind::kQuarter, 1, kFirstDay, autumn, 1, last_quarters, {}},
      {PeriodKind::kQuarter, 2, day_of(2025, 11, 5), winter, 1, last_quarters, {}},
      {PeriodKind::kQuarter, 3, january, spring, 1, last_quarters, {}},
      {PeriodKind::kQuarter, 4, day_of(2026, 4, 6), kLastDay, 1, last_quarters, {}},
      {PeriodKind::kHalfYear, 1, kFirstDay, winter, half_years_from, kGrades, {}},
      {PeriodKind::kHalfYear, 2, january, kLastDay, half_years_from, kGrades, {}},
      {PeriodKind::kYear, 1, kFirstDay, kLastDay, 1, kGrades, {}},
  };
}

std::vector<events::Bell> bells(unsigned minutes, std::initializer_list<unsigned> breaks) {
  constexpr unsigned first_bell = 8 * 60 + 30;
  std::vector<events::Bell> all;
  unsigned start = first_bell;
  for (const unsigned pause : breaks) {
    const unsigned ordinal = static_cast<unsigned>(all.size()) + 1;
    all.push_back({static_cast<std::uint16_t>(ordinal), static_cast<std::uint16_t>(start),
                   static_cast<std::uint16_t>(start + minutes)});
    start += minutes + pause;
  }
  return all;
}

}  // namespace

SchoolYear::SchoolYear(const Settings& settings)
    : half_years_from_(half_years_from(settings)),
      calendar_(chosen_days(settings)),
      terms_(all_terms(half_years_from_)) {
  events::SchoolDescribed school;
  school.school_days_a_week = kSchoolWeek;
  days_.apply(school);
  for (const CalendarDay& day : calendar_) {
    days_.apply(events::CalendarDayDeclared{day.day, day.kind, day.title});
  }
  for (events::Day day = kFirstDay; day <= kLastDay; day = day + 1) {
    // A moved working Saturday has no lessons in a week of five days.
    const bool week = regulations::weekday(day) <= kSchoolWeek;
    const bool in_quarter =
        std::any_of(terms_.begin(), terms_.begin() + kQuarters,
                    [&](const Term& term) { return term.first <= day && day <= term.last; });
    if (week && in_quarter && days_.is_school_day(day)) school_days_.push_back(day);
  }
}

bool SchoolYear::is_school_day(events::Day day) const {
  return std::binary_search(school_days_.begin(), school_days_.end(), day);
}

std::optional<events::Day> SchoolYear::school_day_from(events::Day day) const {
  const auto found = std::lower_bound(school_days_.begin(), school_days_.end(), day);
  if (found == school_days_.end()) return std::nullopt;
  return *found;
}

std::optional<events::Day> SchoolYear::school_day_until(events::Day day) const {
  const auto found = std::upper_bound(school_days_.begin(), school_days_.end(), day);
  if (found == school_days_.begin()) return std::nullopt;
  return *std::prev(found);
}

std::vector<events::Day> SchoolYear::days_of(std::span<const regulations::Cadence> cadences) const {
  regulations::Calendar with_holidays = days_;
  regulations::SchoolYear year{2025, kFirstDay, kLastDay, {}};
  for (const Term& term : terms_) {
    if (!term.is_kept()) continue;
    events::PeriodDeclared period;
    period.kind = term.kind;
    period.ordinal = static_cast<std::uint16_t>(term.ordinal);
    period.first_day = term.first;
    period.last_day = term.last;
    period.first_grade = static_cast<std::uint16_t>(term.first_grade);
    period.last_grade = static_cast<std::uint16_t>(term.last_grade);
    with_holidays.apply(period);
    year.periods.push_back(period);
  }
  std::vector<events::Day> days;
  for (const events::Day due : regulations::due_days(cadences, {year, with_holidays, {}})) {
    const auto day = school_day_until(due);
    if (day && (days.empty() || days.back() < *day)) days.push_back(*day);
  }
  return days;
}

unsigned SchoolYear::quarter_of(events::Day day) const {
  unsigned quarter = 0;
  while (quarter + 1 < kQuarters && terms_[quarter].last < day) ++quarter;
  return quarter;
}

const Term& SchoolYear::term_of(events::Day day, unsigned grade) const {
  const unsigned quarter = quarter_of(day);
  return has_half_years(grade) ? terms_[kQuarters + quarter / 2] : terms_[quarter];
}

events::Instant SchoolYear::last_entry(events::Day day, unsigned grade) const {
  return moment(term_of(day, grade).last + 1, 12, 0);
}

std::vector<events::Bell> ordinary_bells() { return bells(45, {10, 20, 20, 15, 10, 10, 5, 0}); }

std::vector<events::Bell> short_bells() { return bells(35, {10, 10, 10, 10, 10, 5, 5, 0}); }

std::vector<CalendarDay> federal_holidays() {
  const auto off = [](events::Day day, std::string_view title) {
    return CalendarDay{day, CalendarDayKind::kOff, std::string(title)};
  };
  std::vector<CalendarDay> days = {off(day_of(2025, 11, 4), "День народного единства")};
  for (unsigned day = 1; day <= 8; ++day) {
    days.push_back(
        off(day_of(2026, 1, day), day == 7 ? "Рождество Христово" : "Новогодние каникулы"));
  }
  days.push_back(off(day_of(2026, 2, 23), "День защитника Отечества"));
  days.push_back(off(day_of(2026, 3, 8), "Международный женский день"));
  days.push_back(off(day_of(2026, 3, 9), "Перенос выходного дня с 8 марта"));
  days.push_back(off(day_of(2026, 5, 1), "Праздник Весны и Труда"));
  days.push_back(off(day_of(2026, 5, 9), "День Победы"));
  days.push_back(off(day_of(2026, 5, 11), "Перенос выходного дня с 9 мая"));
  days.push_back(off(day_of(2026, 6, 12), "День России"));
  return days;
}

}  // namespace letopis::trial

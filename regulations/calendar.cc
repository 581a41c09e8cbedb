#include "regulations/calendar.h"

#include <algorithm>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

constexpr unsigned kLongestHoliday = 366;  // days looked ahead for a school day
constexpr unsigned kWorkingWeek = 5;

}  // namespace

void Calendar::apply(const events::SchoolDescribed& school) {
  school_days_a_week_ = school.school_days_a_week;
}

void Calendar::apply(const events::CalendarDayDeclared& declared) {
  declared_[declared.day] = declared.kind;
}

void Calendar::apply(const events::PeriodDeclared& period) { periods_.push_back(period); }

std::optional<events::CalendarDayKind> Calendar::declared(events::Day day) const {
  const auto found = declared_.find(day);
  if (found == declared_.end()) return std::nullopt;
  return found->second;
}

// A year's own period spans its holidays, so only quarters and half-years say where they lie.
bool Calendar::in_a_period(events::Day day, std::optional<unsigned> grade) const {
  bool ruled = false;
  for (const events::PeriodDeclared& period : periods_) {
    if (period.kind == events::PeriodKind::kYear) continue;
    if (grade && (*grade < period.first_grade || *grade > period.last_grade)) continue;
    ruled = true;
    if (period.first_day <= day && day <= period.last_day) return true;
  }
  return !ruled;
}

bool Calendar::is_school_day(events::Day day, std::optional<unsigned> grade) const {
  const auto said = declared(day);
  if (said == events::CalendarDayKind::kOff) return false;
  if (said != events::CalendarDayKind::kWorking && weekday(day) > school_days_a_week_) return false;
  return in_a_period(day, grade);
}

bool Calendar::is_working_day(events::Day day) const {
  const auto said = declared(day);
  if (said == events::CalendarDayKind::kOff) return false;
  return said == events::CalendarDayKind::kWorking || weekday(day) <= kWorkingWeek;
}

bool Calendar::is_shortened(events::Day day) const {
  return declared(day) == events::CalendarDayKind::kShortened;
}

std::optional<events::Day> Calendar::next_school_day(events::Day day,
                                                     std::optional<unsigned> grade) const {
  for (unsigned ahead = 1; ahead <= kLongestHoliday; ++ahead) {
    const events::Day next = plus_days(day, static_cast<int>(ahead));
    if (is_school_day(next, grade)) return next;
  }
  return std::nullopt;
}

events::Day Calendar::plus_working_days(events::Day day, unsigned count) const {
  events::Day at = day;
  for (unsigned ahead = 0; count > 0 && ahead < 2 * kLongestHoliday; ++ahead) {
    at = plus_days(at, 1);
    if (is_working_day(at)) --count;
  }
  return at;
}

}  // namespace letopis::regulations

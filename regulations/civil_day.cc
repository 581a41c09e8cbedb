#include "regulations/civil_day.h"

#include <date/date.h>

#include <array>
#include <cstdio>

namespace letopis::regulations {
namespace {

date::sys_days on_line(events::Day day) { return date::sys_days(date::days(day.value)); }

events::Day from_line(date::sys_days day) {
  return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

date::year_month_day written(const CivilDay& civil) {
  return {date::year(civil.year), date::month(civil.month), date::day(civil.day)};
}

std::string two_digits(unsigned number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string four_digits(int number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d", number);
  return text.data();
}

// Digits only: from_chars alone would take a sign.
bool read_digits(std::string_view text, unsigned& number) {
  number = 0;
  for (const char one : text) {
    if (one < '0' || one > '9') return false;
    number = number * 10 + static_cast<unsigned>(one - '0');
  }
  return true;
}

}  // namespace

CivilDay civil(events::Day day) {
  const date::year_month_day ymd{on_line(day)};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
          static_cast<unsigned>(ymd.day())};
}

events::Day day_of(const CivilDay& civil) {
  const date::year_month_day ymd = written(civil);
  INVARIANT(ymd.ok());
  return from_line(date::sys_days(ymd));
}

unsigned weekday(events::Day day) { return date::weekday(on_line(day)).iso_encoding(); }

events::Day plus_days(events::Day day, int days) { return {day.value + days}; }

events::Day plus_month(events::Day day) {
  const date::year_month_day next = date::year_month_day{on_line(day)} + date::months(1);
  if (next.ok()) return from_line(date::sys_days(next));
  return from_line(date::sys_days(next.year() / next.month() / date::last));
}

std::string iso(events::Day day) {
  const CivilDay parts = civil(day);
  return four_digits(parts.year) + "-" + two_digits(parts.month) + "-" + two_digits(parts.day);
}

Result<events::Day> parse_iso(std::string_view text) {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      read_digits(text.substr(0, 4), year) &&
                      read_digits(text.substr(5, 2), month) && read_digits(text.substr(8), day);
  const CivilDay parts{static_cast<int>(year), month, day};
  if (!shaped || year == 0 || !written(parts).ok()) {
    return Refusal{"day.unreadable",
                   {"это не день: пишут год-месяц-число, например 2025-09-01",
                    "not a day: write year-month-day, for example 2025-09-01"}};
  }
  return day_of(parts);
}

std::string russian_short(events::Day day) {
  const CivilDay parts = civil(day);
  return two_digits(parts.day) + "." + two_digits(parts.month);
}

std::string russian(events::Day day) {
  return russian_short(day) + "." + four_digits(civil(day).year);
}

}  // namespace letopis::regulations

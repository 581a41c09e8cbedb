// Days and moments of the trial school, which stands in Moscow: UTC+3 the whole year round since
// 26 October 2014 (Federal Law 248-FZ of 21 July 2014).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "events/identifiers.h"

namespace letopis::trial {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;
inline constexpr std::int64_t kMoscowAheadMs = 3 * 60 * kMinuteMs;
inline constexpr std::string_view kTimeZone = "Europe/Moscow";

constexpr events::Day day_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  return {static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

constexpr events::Day operator+(events::Day day, std::int32_t days) { return {day.value + days}; }
constexpr events::Day operator-(events::Day day, std::int32_t days) { return {day.value - days}; }

// The moment at which clocks in the school show this minute of this day.
constexpr events::Instant moment(events::Day day, std::int64_t minute_of_day) {
  return {day.value * kDayMs + minute_of_day * kMinuteMs - kMoscowAheadMs};
}
constexpr events::Instant moment(events::Day day, int hour, int minute) {
  return moment(day, std::int64_t{hour} * 60 + minute);
}
constexpr events::Instant operator+(events::Instant when, std::chrono::milliseconds later) {
  return {when.milliseconds + later.count()};
}

// The day on the school's calendar at a moment.
constexpr events::Day day_at(events::Instant when) {
  const std::int64_t local = when.milliseconds + kMoscowAheadMs;
  return {static_cast<std::int32_t>(local / kDayMs - (local % kDayMs < 0 ? 1 : 0))};
}
constexpr std::int64_t minute_at(events::Instant when) {
  return (when.milliseconds + kMoscowAheadMs - std::int64_t{day_at(when).value} * kDayMs) /
         kMinuteMs;
}

// "1 сентября".
std::string day_and_month(events::Day day);

}  // namespace letopis::trial

#include "regulations/time_zone.h"

#include <date/tz.h>

#include <stdexcept>

namespace letopis::regulations {
namespace {

using Milliseconds = std::chrono::milliseconds;

date::sys_time<Milliseconds> on_line(events::Instant moment) {
  return date::sys_time<Milliseconds>(Milliseconds(moment.milliseconds));
}

}  // namespace

Result<TimeZone> TimeZone::named(std::string_view iana_name) {
  try {
    return TimeZone(std::string(iana_name), date::locate_zone(iana_name));
  } catch (const std::runtime_error&) {
    return Refusal{
        "time_zone.unknown",
        {"нет такого часового пояса: " + std::string(iana_name) +
             " (пишут, например, Europe/Moscow)",
         "no such time zone: " + std::string(iana_name) + " (write, for example, Europe/Moscow)"}};
  }
}

events::Day TimeZone::day_of(events::Instant moment) const {
  const auto local = zone_->to_local(on_line(moment));
  return {static_cast<std::int32_t>(date::floor<date::days>(local).time_since_epoch().count())};
}

unsigned TimeZone::minute_of(events::Instant moment) const {
  const auto local = zone_->to_local(on_line(moment));
  const auto in_day = local - date::floor<date::days>(local);
  return static_cast<unsigned>(std::chrono::duration_cast<std::chrono::minutes>(in_day).count());
}

events::Instant TimeZone::instant_of(events::Day day, unsigned minute) const {
  const date::local_time<Milliseconds> local{date::days(day.value) + std::chrono::minutes(minute)};
  // The earlier of two; inside a gap both are the moment of the skip.
  const auto moment = zone_->to_sys(local, date::choose::earliest);
  return {static_cast<std::int64_t>(moment.time_since_epoch().count())};
}

}  // namespace letopis::regulations

// The school's clock on the wall: local days and minutes of moments, across changes of the zone.
// The data are the tz database of the machine, by its names ("Asia/Kamchatka").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"

namespace date {
class time_zone;
}

namespace letopis::regulations {

inline constexpr unsigned kMinutesADay = 24 * 60;

// A plain value; any thread.
class TimeZone {
 public:
  // Refuses a name that the database does not have ("time_zone.unknown").
  static Result<TimeZone> named(std::string_view iana_name);

  const std::string& name() const { return name_; }

  events::Day day_of(events::Instant moment) const;
  // Minutes on the wall since midnight; seconds are cut off.
  unsigned minute_of(events::Instant moment) const;

  // The moment at which the wall clock of a day shows that minute; 1440 is the next midnight. What
  // the clock skips is the moment of the skip; what it shows twice is the first time.
  events::Instant instant_of(events::Day day, unsigned minute) const;

 private:
  TimeZone(std::string name, const date::time_zone* zone) : name_(std::move(name)), zone_(zone) {}

  std::string name_;
  const date::time_zone* zone_;  // lives as long as the program
};

}  // namespace letopis::regulations

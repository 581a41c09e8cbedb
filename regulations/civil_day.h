// Days as people write them: the proleptic Gregorian calendar, years 1 to 9999.
#pragma once

#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"

namespace letopis::regulations {

struct CivilDay {
  int year = 1970;
  unsigned month = 1;  // 1 to 12
  unsigned day = 1;    // 1 to 31
  bool operator==(const CivilDay&) const = default;
};

CivilDay civil(events::Day day);

// Requires: such a day exists.
events::Day day_of(const CivilDay& civil);

// 1 is Monday, 7 Sunday.
unsigned weekday(events::Day day);

events::Day plus_days(events::Day day, int days);

// The same day of the next month, or that month's last where it is shorter.
events::Day plus_month(events::Day day);

// "2025-09-01".
std::string iso(events::Day day);

// Refuses anything but an existing day written as "2025-09-01" ("day.unreadable").
Result<events::Day> parse_iso(std::string_view text);

// As a journal's columns have it: "01.09"; as papers have it: "01.09.2025".
std::string russian_short(events::Day day);
std::string russian(events::Day day);

}  // namespace letopis::regulations

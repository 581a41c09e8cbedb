// Reads a production calendar of Russia in the XML of xmlcalendar.ru:
//
//   <calendar year="2025"> <holidays><holiday id="1" title="…"/>…</holidays>
//                          <days><day d="MM.DD" t="1" h="1"/>…</days> </calendar>
//
// t: 1 a day off, 2 a shortened day, 3 a working week-end day; h: which holiday; f: the day from
// which the day off was moved.
#pragma once

#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "trial/settings.h"

namespace letopis::trial {

inline constexpr std::size_t kMaxCalendarBytes = 1'000'000;

// The days of one file, in order of time. Refuses, naming the line: calendar.size, calendar.xml,
// calendar.year (2000 … 2100), calendar.holiday (an id twice, no title), calendar.day (no day of
// that year, or twice), calendar.kind (t), calendar.reference (h names no holiday, f is no day).
Result<std::vector<CalendarDay>> read_calendar(std::string_view xml);

}  // namespace letopis::trial

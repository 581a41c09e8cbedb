// A term as parameters write it. A list of terms means the earliest of them.
//
//   term  = "none"          no limit at all (for an edit window: no window, the same day only)
//         | "lesson_day"    to 24:00 of the lesson's day
//         | HH ":" MM       to that time of the lesson's day
//         | number "d"      to 24:00 of that many calendar days after it ("cd" says the same)
//         | number "wd"     to 24:00 of that many working days after it
//         | number "w"      to 24:00 of that many weeks after it
//         | "1m"            to 24:00 of the same day of the next month
//         | number "h"      that many hours after the end of these pupils' last lesson
//         | "year_end"      to 24:00 of the academic year's last day
//   terms = term { "," term }
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "outcome/result.h"

namespace letopis::regulations {

enum class TermKind {
  kNone,
  kLessonDay,
  kTimeOfDay,  // count: minutes from midnight
  kCalendarDays,
  kWorkingDays,
  kMonth,
  kHoursAfterLessons,
  kYearEnd
};

struct Term {
  TermKind kind = TermKind::kNone;
  unsigned count = 0;
  bool operator==(const Term&) const = default;
};

inline constexpr unsigned kLongestTermDays = 366;
inline constexpr unsigned kLongestTermHours = 24;

// Refuses what the grammar above does not know ("term.unreadable").
Result<std::vector<Term>> parse_terms(std::string_view text);

}  // namespace letopis::regulations

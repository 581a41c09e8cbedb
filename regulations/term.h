// A term as parameters write it. A list of terms means the earliest of them.
//
//   term  = "none"          no limit at all (for an edit window: no window, the same day only)
//         | "lesson_day"    to 24:00 of the lesson's day
//         | HH ":" MM       to that time of the lesson's day
//         | number "d"      to 24:00 of that many calendar days after it ("cd" says the same: where
//                           a clause says only «дней», calendar days are meant)
//         | number "wd"     to 24:00 of that many working days after it
//         | number "w"      to 24:00 of that many weeks after it
//         | "1m"            to 24:00 of the same day of the next month
//         | number "h"      that many hours after the end of these pupils' last lesson
//         | "year_end"      to 24:00 of the academic year's last day
//         | "norms"         as the norms of checking written works say, by kind of work and grade
//         | "by_order"      a day that an order of the director names
//   terms = term { "," term }
//   due   = terms [ ";" "late" terms ]
//
// Where a clause names two terms, an entry is due by the first and late only past the second:
// "lesson_day; late 7d" is «ежедневно, но не позднее 7 дней».
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
  kYearEnd,
  kNorms,
  kByOrder
};

struct Term {
  TermKind kind = TermKind::kNone;
  unsigned count = 0;
  bool operator==(const Term&) const = default;
};

struct DueTerms {
  std::vector<Term> due;   // the earliest counts
  std::vector<Term> late;  // the earliest counts; empty: what is past due is late
  bool operator==(const DueTerms&) const = default;
};

inline constexpr unsigned kLongestTermDays = 366;
inline constexpr unsigned kLongestTermHours = 24;

// Refuses what the grammar above does not know ("term.unreadable").
Result<std::vector<Term>> parse_terms(std::string_view text);

// Refuses as above, and a term of lateness that is not longer than the one of the same unit that
// is due.
Result<DueTerms> parse_due(std::string_view text);

}  // namespace letopis::regulations

// The calendar of a pupil, a family, a teacher or a class: lessons as the timetable has them, with
// what changed, and events of the school.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/ical.h"
#include "outcome/result.h"
#include "wishes/sight.h"

namespace letopis::calendar {

// A feed tells so many days before today and after it.
inline constexpr int kDaysBehind = 14;
inline constexpr int kDaysAhead = 42;

struct FeedWish {
  std::optional<std::string> school_class;  // "5а"; empty: the reader's own
  std::string origin;                       // of the log: ends each UID
};

// The reader's own: a pupil's lessons; a teacher's; those of all of a parent's children, each under
// the child's name where there are several. Events are those that the reader may see, of a class
// only its own and the school's. A lesson whose bell nobody set has no time, so it is left out.
// Refuses school.no_class (no such class), query.whose (a reader without lessons), and what the
// timetable refuses.
Result<Calendar> feed(const FeedWish& wish, const wishes::Sight& sight);

}  // namespace letopis::calendar

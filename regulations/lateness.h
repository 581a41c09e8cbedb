// Until when an entry was due under the regulation of its lesson's day, and by how much it missed.
// Lateness is computed, never stated by an author.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "events/enumerations.h"
#include "events/identifiers.h"
#include "regulations/calendar.h"
#include "regulations/parameters.h"
#include "regulations/time_zone.h"
#include "regulations/written_norms.h"

namespace letopis::regulations {

enum class EntryKind {
  kMark,
  kWrittenWorkMark,  // by `entry.written_work.due`, where that is silent by `entry.mark.due`
  kMarkChange,       // a correction or withdrawal: by `edit.window`, or where that is "none" on the
                     // day on which what it changes was entered
  kAttendance,
  kTopic,
  kHomework,
  kPeriodMark  // its day is the period's last
};

// What a deadline is counted from. What is not known sets no term by itself.
struct Occasion {
  events::Day day;                                 // of the lesson
  std::optional<unsigned> lesson_end_minute;       // 17:00 of a lesson that ends later is the next
                                                   // school day's
  std::optional<unsigned> last_lesson_end_minute;  // of these pupils on that day
  std::optional<events::Day> year_last_day;
  std::optional<events::WorkKind> work = {};  // of a written work: which norm it follows
  std::optional<unsigned> grade = {};
  std::optional<events::Day> entered = {};  // of a change: when what it changes was entered;
                                            // without it, on the lesson's day
};

struct Deadline {
  events::Instant at;  // exclusive: what is recorded at this very moment is late
  std::string clause;
  // Exclusive: until when the clause wants it, where it names a shorter and a longer term. What
  // comes between the two is shown as owed, not as late. Otherwise the same moment.
  events::Instant due = at;
  bool operator==(const Deadline&) const = default;
};

// Empty iff the regulation sets no term. Without a calendar every day counts as a school day.
// `parameters` are those of the occasion's day.
std::optional<Deadline> deadline_of(EntryKind kind, const Occasion& occasion,
                                    const Parameters& parameters, const TimeZone& zone,
                                    const Calendar* calendar = nullptr);

// A term in days that a key sets (`issue.staff.term`, `reissue`, `summary_sheet.due`, …), counted
// from the day on which it began: days after it, working days by the calendar. Empty iff the
// regulation is silent or its term has no end on that day's knowledge.
std::optional<Deadline> deadline_after(std::string_view key, const Occasion& begun,
                                       const Parameters& parameters, const TimeZone& zone,
                                       const Calendar* calendar = nullptr);

// A term in days before something (`plan.due` before a period's first day, `forecast.due` before
// its last): to 24:00 of the day that many days earlier. Empty iff silent or without a term.
std::optional<Deadline> deadline_before(std::string_view key, events::Day day,
                                        const Parameters& parameters, const TimeZone& zone);

struct Lateness {
  std::int64_t milliseconds = 0;  // past the deadline; 0 at its very moment
  int days = 1;                   // local calendar days after the last day in time, at least 1
  bool operator==(const Lateness&) const = default;
};

// Empty iff recorded before the deadline.
std::optional<Lateness> lateness(const Deadline& deadline, events::Instant recorded,
                                 const TimeZone& zone);

// `entry.mark.late` is `refuse`: a clause forbids late marks. Other kinds: journal_terms.h.
bool refuses_late_marks(const Parameters& parameters);

}  // namespace letopis::regulations

// The change report: who changed a mark, when, from what, to what, of which type, why, and how late
// against the regulation of the lesson's own day. First entries are in it when they came late or
// were made elsewhere than at a listed point.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/mark_cell.h"
#include "projections/workplaces.h"
#include "regulations/lateness.h"

namespace letopis::projections {

inline constexpr std::size_t kMostChangeRows = 100'000;

// Every filter that is set must hold. Days are those of the lesson; for a period mark, the period's
// last.
struct ChangeFilter {
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::PersonNumber> pupil;
  std::optional<events::PersonNumber> author;
  events::Day first = kFirstDay;
  events::Day last = kNoEnd;
  std::optional<events::Instant> recorded_from;
  std::optional<events::Instant> recorded_before;
  std::set<EntryType> types;  // empty: all types, first entries only when flagged
  bool only_late = false;
  bool only_void = false;
  bool only_elsewhere = false;
  std::size_t limit = 1000;  // at most kMostChangeRows; the first in the order of the log
  events::Position as_of = kWholeLog;
};

struct ChangeRow {
  Stamp stamp;
  EntryType type = EntryType::kInitial;
  bool is_void = false;
  bool rests_on_void = false;  // changes what a void key stated
  std::optional<events::ClassNumber> school_class;
  events::SubjectNumber subject;
  events::PersonNumber pupil;
  std::optional<events::LessonNumber> lesson;   // empty: a period mark
  std::optional<events::PeriodNumber> period;   // of a period mark
  std::optional<events::ResultKind> result;     // of a period mark
  std::optional<events::PersonNumber> teacher;  // who held the lesson
  events::Day day;                              // of the lesson, or the period's last
  std::uint16_t ordinal = 1;
  std::optional<events::MarkValue> before;
  std::optional<events::MarkValue> after;
  std::optional<events::ChangeReason> reason;
  std::optional<events::Commitment> note;
  std::optional<events::DisputeNumber> dispute;
  std::optional<events::PermissionNumber> permission;
  std::optional<regulations::Deadline> deadline;
  std::optional<regulations::Lateness> late;   // empty under a declared outage
  std::optional<events::OutageNumber> outage;  // stated in time while entries could not be made
  std::optional<Elsewhere> elsewhere;          // not at a point of operation
  std::optional<events::Instant> family_told;
  bool operator==(const ChangeRow&) const = default;
};

struct ChangeReport {
  std::vector<ChangeRow> rows;  // in the order of the log
  bool cut = false;             // there are more than the limit
  bool operator==(const ChangeReport&) const = default;
};

// Refuses where lateness cannot be judged: the school's zone is unknown ("school.not_described",
// "time_zone.unknown").
Result<ChangeReport> change_report(const events::ViewReader& views, const ChangeFilter& filter);

}  // namespace letopis::projections

// Fulfilment of the programme: what the plan and the timetable asked to a day, against what was
// held, by class and subject (R0 1.2.10, R2 3.4.4).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"

namespace letopis::projections {

struct ProgrammeQuery {
  std::optional<events::ClassNumber>
      school_class;  // empty: of every class, and of groups of several
  std::optional<events::SubjectNumber> subject;
  events::Day first;  // days of lessons, within one academic year
  events::Day last;
  events::Position as_of = kWholeLog;
};

// One class, subject and group; a change of teachers in mid-year does not part it. A lesson is an
// hour. Planned is what the approved timetable had on school days, whatever became of it then.
struct ProgrammeLine {
  Place place;
  std::vector<events::PersonNumber> teachers;  // of its loads in the span, by number
  std::optional<std::uint32_t> plan_hours;  // of the lesson plans, whole; empty: there is no plan
  std::uint32_t planned = 0;
  std::uint32_t held = 0;
  std::uint32_t substituted = 0;  // of the held ones, by a colleague
  std::uint32_t cancelled = 0;    // lessons of the timetable not to be held, replaced ones too
  std::uint32_t added = 0;        // put in place of other lessons
  // Of the plan's first `planned` hours, and held: lessons of that kind or with such a work. The
  // plan is the one in force; where there is none, none are planned.
  std::uint32_t control_works_planned = 0;
  std::uint32_t control_works_held = 0;

  int difference() const { return static_cast<int>(held) - static_cast<int>(planned); }
  bool operator==(const ProgrammeLine&) const = default;
};

// By class, subject and group; those with nothing planned and nothing held are left out.
std::vector<ProgrammeLine> programme(const events::ViewReader& views, const ProgrammeQuery& query);

}  // namespace letopis::projections

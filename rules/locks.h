// Whether a class's journal is still open for an entry: the one place that says so.
//
//   the day itself   not after today, inside a year that is not closed      nothing lifts it
//   the period       not closed for the class (PeriodClosed)                a permission lifts it
//   the pupil        has no mark of the period yet, where the regulation
//                    closes the journal then (`lock.after_period_marks`)    a permission lifts it
//
// SET-11, JRN-07, JRN-08.
#pragma once

#include <optional>

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// What an entry is about, as far as that can be closed.
struct Spot {
  events::Day day;
  projections::Place place;
  std::optional<events::PersonNumber> pupil;  // empty: the lesson as a whole
};

// A class is always asked about: that of a lesson of several classes is the pupil's.
Spot with_class(const Spot& spot, const SchoolNow& school);

// How a fact may rest on a permission: facts of marks name it, for others one is looked for.
struct Ground {
  bool is_named = false;
  std::optional<events::PermissionNumber> permission;
};
inline constexpr Ground kLookedFor{};
inline Ground named(std::optional<events::PermissionNumber> permission) {
  return {true, permission};
}

// Refuses day.future, day.no_year and year.closed.
Outcome check_day(events::Day day, const SchoolNow& school);

// Refuses what check_day refuses; permission.not_covering (a named one is another's, for another
// class, subject or day, ended or over); period.closed and period.marked, unless a permission lifts
// them. The lesson as a whole is closed once everyone who is still there has the period's mark.
Outcome check_open(const Spot& spot, const Ground& ground, const Act& act, const SchoolNow& school);

// The same for a result of the period itself, which its own marks do not close. Examinations and
// final marks come after the year's entries are closed, so only the closed year stops them.
Outcome check_result_open(events::ResultKind kind, const events::PeriodDeclared& period,
                          const Spot& spot, const Ground& ground, const Act& act,
                          const SchoolNow& school);

}  // namespace letopis::rules

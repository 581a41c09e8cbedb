// Rules of the academic year and its periods. SET-02, SET-11.
#pragma once

#include <vector>

#include "events/facts.h"
#include "outcome/result.h"
#include "projections/directory_reader.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr std::uint16_t kLastGrade = 12;  // of evening schools; others end at 11
inline constexpr int kLongestYearDays = 366;

// What keeps a year open: a period of a class that nobody has closed.
struct OpenPeriod {
  projections::ClassInfo school_class;
  events::PeriodDeclared period;
};
// Class by class, by their periods' days. A class that was disbanded answers for those periods that
// had begun.
std::vector<OpenPeriod> open_periods(const events::YearOpened& year,
                                     const projections::Directory& directory);

// days.reversed; year.long; year.number (named after another calendar year than it begins in);
// year.overlap.
Outcome check(const events::YearOpened& fact, const Act& act, const SchoolNow& school);

// year.closed, period.outside, period.grades, period.ordinal; period.overlap and period.twice
// against the others of its kind that some grade would share.
Outcome check(const events::PeriodDeclared& fact, const Act& act, const SchoolNow& school);

// year.closed (already); year.not_over; year.period_open, naming the first class and period that is
// still to be closed.
Outcome check(const events::YearClosed& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules

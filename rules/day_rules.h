// What is asked of the days in a fact: that they come in order, lie in a year, and are not closed.
// SET-11: what is closed can no longer change.
#pragma once

#include <optional>

#include "events/facts_school.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses days.reversed.
Outcome check_span(events::Day first, events::Day last);

// After today; tomorrow is not, as long as the school has not said in which zone its today is.
bool is_future(events::Day day, const SchoolNow& school);

// Refuses day.future: the fact says of a day what nobody can know yet.
Outcome check_not_future(events::Day day, const SchoolNow& school);

// Refuses year.void (opened by a key that was void by then) and year.closed.
Outcome check_open(events::YearNumber year, const SchoolNow& school);

// No day of the span lies in a closed year: refuses year.closed. Days outside of any year pass.
Outcome check_days_open(events::Day first, events::Day last, const SchoolNow& school);

// The span lies in one year, and that one is open: refuses days.reversed, year.none, year.closed.
Outcome check_in_open_year(events::Day first, events::Day last, const SchoolNow& school);

// The day lies in no period that is closed for the class: refuses period.closed.
Outcome check_period_open(events::ClassNumber school_class, events::Day day,
                          const SchoolNow& school);

struct ClosedPeriod {
  events::PeriodDeclared period;
  events::ClassNumber school_class;  // for which it is closed
};

// A period that ends on the day or later and is closed for some class; of several the last.
std::optional<ClosedPeriod> closed_period_from(events::Day day, const SchoolNow& school);

}  // namespace letopis::rules

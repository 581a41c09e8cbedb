// What classes, years and periods are called in sentences.
#pragma once

#include <string>

#include "events/facts_school.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// As the class is called on that day: "5а"; by its number if it does not stand.
std::string name_of(events::ClassNumber school_class, events::Day day, const SchoolNow& school);

// "2025/26".
std::string name_of(const events::YearOpened& year);

// In the nominative: "четверть 1", "quarter 1"; a year has no ordinal.
Sentence word_of(const events::PeriodDeclared& period);

}  // namespace letopis::rules

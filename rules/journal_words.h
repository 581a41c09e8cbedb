// How days, classes, periods and marks are called in sentences.
#pragma once

#include <string>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// "12.03.2026", "2026-03-12".
Sentence word_of(events::Day day);

// As a journal has it: "4", "н/а"; in quotes in both languages.
Sentence word_of(events::MarkValue value);

// "3-я четверть", "quarter 3".
Sentence word_of(const events::PeriodDeclared& period);

// Who stated something, and when it was recorded: "запись человека № 2 от …". Requires: stamped.
Sentence stamp_words(const projections::Stamp& stamp, const SchoolNow& school);

// "5а" as of that day; "№ 7" for a class that is void.
std::string name_of(events::ClassNumber number, events::Day day, const SchoolNow& school);

// "12.03.2026, 18:00" on the school's clock, and the same in English.
Sentence moment_words(events::Instant moment, const SchoolNow& school);

}  // namespace letopis::rules

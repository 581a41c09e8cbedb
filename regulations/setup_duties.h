// What is owed before a school's first lesson and again each year: the chapter "setup".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/words_people.h"
#include "regulations/parameters.h"
#include "regulations/yearly_term.h"

namespace letopis::regulations {

enum class SetupOccasion { kOnChange, kOnNeed, kOnDay, kNewPupils, kNewcomers };

struct SetupDuty {
  std::string_view name;  // "timetable_entered"
  std::string_view ru;
  std::string_view en;
  std::vector<events::Role> holders;      // the administrator where nobody is named
  std::optional<FirstStart> first_start;  // empty: not owed then
  std::vector<YearlyTerm> yearly;         // empty: not owed each year
  std::vector<SetupOccasion> otherwise;   // when it is owed besides
  std::string clause;                     // of the term, or of the holders
};

// Those of which the regulation names a term or an occasion, in the order of a year.
std::vector<SetupDuty> setup_duties(const Parameters& parameters);

}  // namespace letopis::regulations

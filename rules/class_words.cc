#include "rules/class_words.h"

#include <fmt/format.h>

namespace letopis::rules {

std::string name_of(events::ClassNumber school_class, events::Day day, const SchoolNow& school) {
  const auto info = school.directory().class_info(school_class, day);
  return info ? info->name() : fmt::format("№ {}", school_class.value);
}

std::string name_of(const events::YearOpened& year) {
  return fmt::format("{}/{:02}", year.first_calendar_year, (year.first_calendar_year + 1) % 100);
}

Sentence word_of(const events::PeriodDeclared& period) {
  switch (period.kind) {
    case events::PeriodKind::kQuarter:
      return {fmt::format("четверть {}", period.ordinal),
              fmt::format("quarter {}", period.ordinal)};
    case events::PeriodKind::kHalfYear:
      return {fmt::format("полугодие {}", period.ordinal),
              fmt::format("half-year {}", period.ordinal)};
    case events::PeriodKind::kYear: return {"год", "year"};
  }
  INVARIANT(false);
}

}  // namespace letopis::rules

#include "rules/year_words.h"

#include <fmt/format.h>

namespace letopis::rules {

std::string name_of(const events::YearOpened& year) {
  return fmt::format("{}/{:02}", year.first_calendar_year, (year.first_calendar_year + 1) % 100);
}

}  // namespace letopis::rules

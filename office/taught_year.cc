#include "office/taught_year.h"

namespace letopis::office {

Result<events::YearOpened> taught_year(const projections::Directory& directory) {
  if (const auto last = directory.last_number(events::NumberKind::kLesson); last > 0) {
    const auto lesson = directory.lesson({last});
    const auto year = lesson ? directory.year_of(lesson->held.fact.day) : std::nullopt;
    if (year) return *year;
  }
  const auto years = directory.years();
  if (!years.empty()) return years.back();
  return Refusal{"school.no_year", {"учебный год ещё не открыт", "no academic year is open yet"}};
}

}  // namespace letopis::office

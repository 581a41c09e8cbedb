#include "intake/days.h"

#include <fmt/format.h>

#include "intake/words.h"
#include "outcome/invariant.h"
#include "regulations/civil_day.h"

namespace letopis::intake {

std::optional<events::Day> day_typed(std::string_view text) {
  constexpr std::size_t year_digits = 4;
  const Result<events::Day> iso = regulations::parse_iso(text);
  if (iso) return *iso;
  const auto parts = parts_of(text, "./");
  if (parts.size() != 3 || parts[2].size() != year_digits) return std::nullopt;
  if (parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  const auto written = fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]);
  const Result<events::Day> day = regulations::parse_iso(written);
  if (!day) return std::nullopt;
  return *day;
}

int age_on(events::Day birth, events::Day day) {
  INVARIANT(birth <= day);
  const auto born = regulations::civil(birth);
  const auto now = regulations::civil(day);
  const bool had_birthday =
      now.month > born.month || (now.month == born.month && now.day >= born.day);
  return now.year - born.year - (had_birthday ? 0 : 1);
}

}  // namespace letopis::intake

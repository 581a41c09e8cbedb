#include "trial/dates.h"

#include <fmt/format.h>

#include <string_view>

#include "regulations/civil_day.h"

namespace letopis::trial {

std::string day_and_month(events::Day day) {
  static constexpr std::string_view months[] = {"января",   "февраля", "марта",  "апреля",
                                                "мая",      "июня",    "июля",   "августа",
                                                "сентября", "октября", "ноября", "декабря"};
  const regulations::CivilDay date = regulations::civil(day);
  return fmt::format("{} {}", date.day, months[date.month - 1]);
}

}  // namespace letopis::trial

#include "trial/turns.h"

namespace letopis::trial {

bool Turns::take(std::string_view kind, events::Day day, std::int32_t days_between) {
  const auto [at, is_first] = next_.try_emplace(kind, day);
  if (day < at->second) return false;
  at->second = {day.value + days_between};
  return true;
}

}  // namespace letopis::trial

// A second trial of the same seed, lived until a school morning: a journal in the middle of its
// year, and somebody of each role who can come in and live the day.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "demo/lived_year.h"
#include "events/enumerations.h"

namespace letopis::demo {

// Wednesday, 11 March 2026, a quarter of an hour before the first bell, by the school's clock.
events::Instant todays_morning();

struct TodaysLogin {
  events::Role role = {};
  std::string login;
  std::string name;
  bool operator==(const TodaysLogin&) const = default;
};
// Everybody's, for a trial alone; the people in it are made up.
inline constexpr std::string_view kTodaysPassword = "proba-11-marta";

// Its log has a name, and so keys, of its own. Refuses what live_year, the script and the accounts
// refuse.
Result<std::vector<TodaysLogin>> live_today(const std::filesystem::path& directory,
                                            const trial::Settings& settings,
                                            const LivedSoFar& so_far);

// Lets the same people by the same log-ins into a year that was lived before, as of this computer's
// clock.
Result<std::vector<TodaysLogin>> open_finished_year(const std::filesystem::path& directory,
                                                    const trial::Settings& settings);

}  // namespace letopis::demo

#include "trial/life.h"

namespace letopis::trial {

Life::Life(const Settings& settings_given, const std::function<void(Command)>& give,
           Summary& summary)
    : settings(settings_given),
      keys(settings_given),
      customs(settings_given.regulation),
      zone(regulations::TimeZone::named(std::string(kTimeZone)).value()),
      year(settings_given),
      school(build_school(settings_given)),
      apart(set_apart(school, settings, customs)),
      scribe(settings_given.seed, give, summary),
      agenda(settings_given.seed, the_breakdown()),
      covers(school.loads.size()) {}

Breakdown the_breakdown() {
  const events::Day day = day_of(2025, 11, 20);
  return {moment(day, 10, 5), moment(day, 15, 40)};
}

}  // namespace letopis::trial

#include "office/lived_from.h"

namespace letopis::office {

trial::Year year_lived_from(const TrialOrigin& trial, const events::LogStarted& start) {
  trial::Settings settings;
  settings.origin = start.origin;
  settings.seed = trial.seed;
  settings.pupils = trial.pupils;
  return trial::Year(settings);
}

}  // namespace letopis::office

#include <gtest/gtest.h>

#include "regulations/contradictions.h"
#include "trial/regulation.h"

namespace letopis::trial {
namespace {

TEST(Regulation, OfTheTrialIsOneThatALogMayHold) {
  regulations::Parameters parameters;
  for (const events::Parameter& one : trial_regulation().parameters) {
    const auto read = regulations::check_parameter(one);
    EXPECT_TRUE(read) << read.refusal().says.en;
    parameters.set(one);
  }
  for (const auto& contradiction : regulations::contradictions(parameters)) {
    ADD_FAILURE() << contradiction.says.en;
  }
}

}  // namespace
}  // namespace letopis::trial

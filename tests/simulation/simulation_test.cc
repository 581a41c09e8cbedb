// Many schools lived through on disks that fail. The seeds are numbers from 1; how many is said by
// LETOPIS_SIMULATION_SEEDS, one alone by LETOPIS_SIMULATION_SEED.
#include <gtest/gtest.h>

#include <cstdlib>

#include "simulation/simulated_school.h"

namespace letopis::simulation {
namespace {

constexpr unsigned kSteps = 100;
constexpr std::uint64_t kSeeds = 200;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

void live(std::uint64_t seed) {
  try {
    SimulatedSchool(seed).live(kSteps);
  } catch (const std::exception& wrong) {
    ADD_FAILURE() << "LETOPIS_SIMULATION_SEED=" << seed << ": " << wrong.what();
  }
}

TEST(Simulation, NothingAcknowledgedIsEverLostAndNothingElseIsThere) {
  RecordProperty("requirement", "ARC-02");
  if (const auto seed = number_from("LETOPIS_SIMULATION_SEED", 0)) return live(seed);
  const auto seeds = number_from("LETOPIS_SIMULATION_SEEDS", kSeeds);
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) live(seed);
}

TEST(Simulation, SameSeedLivesTheSameLife) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto first = SimulatedSchool(seed).live(kSteps);
    EXPECT_GT(first.size(), 1'000u);
    EXPECT_EQ(SimulatedSchool(seed).live(kSteps), first);
    EXPECT_NE(SimulatedSchool(seed + 1'000).live(kSteps), first);
  }
}

}  // namespace
}  // namespace letopis::simulation

// Many schools lived through on disks that fail. The seeds are numbers from 1; how many is said by
// LETOPIS_SIMULATION_SEEDS, one alone by LETOPIS_SIMULATION_SEED.
#include <gtest/gtest.h>

#include <cstdlib>

#include "simulation/simulated_school.h"

namespace letopis::simulation {
namespace {

constexpr unsigned kSteps = 100;
constexpr std::uint64_t kSeeds = 200;

// Of so many kinds at least, in all lives together, or chance has become a bore.
constexpr std::size_t kFactsLived = 60;
constexpr std::size_t kRefusalsLived = 80;
constexpr std::size_t kForgeriesLived = 60;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

void live(std::uint64_t seed, Lived& lived) {
  try {
    SimulatedSchool(seed, lived).live(kSteps);
  } catch (const std::exception& wrong) {
    ADD_FAILURE() << "LETOPIS_SIMULATION_SEED=" << seed << ": " << wrong.what();
  }
}

TEST(Simulation, NothingAcknowledgedIsEverLostAndNothingElseIsThere) {
  RecordProperty("requirement", "ARC-02");
  Lived lived;
  if (const auto seed = number_from("LETOPIS_SIMULATION_SEED", 0)) return live(seed, lived);
  const auto seeds = number_from("LETOPIS_SIMULATION_SEEDS", kSeeds);
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) live(seed, lived);
  if (seeds < kSeeds) return;  // too few for everything to happen
  EXPECT_GE(lived.facts.size(), kFactsLived);
  EXPECT_GE(lived.refused.size(), kRefusalsLived);
  EXPECT_GE(lived.forged.size(), kForgeriesLived);
}

TEST(Simulation, SameSeedLivesTheSameLife) {
  Lived lived;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto first = SimulatedSchool(seed, lived).live(kSteps);
    EXPECT_GT(first.size(), 1'000u);
    EXPECT_EQ(SimulatedSchool(seed, lived).live(kSteps), first);
    EXPECT_NE(SimulatedSchool(seed + 1'000, lived).live(kSteps), first);
  }
}

}  // namespace
}  // namespace letopis::simulation

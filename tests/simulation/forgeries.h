// Facts that nobody proposed: what was proposed is changed here and there before it is signed, as
// by a program of somebody else's.
#pragma once

#include <vector>

#include "events/facts.h"
#include "simulation/memory_disk.h"

namespace letopis::simulation {

// Other facts out of these: another number, day, moment, order, code or count in one of their
// fields, one more or fewer of them, or their order. Keys and commitments stay. Requires: at least
// one fact. The same chance, the same facts.
std::vector<events::Fact> forged(std::vector<events::Fact> facts, Random& random);

}  // namespace letopis::simulation

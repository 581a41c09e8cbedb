// What cannot hold together in one regulation, though each value alone can be read.
#pragma once

#include <string>
#include <vector>

#include "outcome/result.h"
#include "regulations/parameters.h"

namespace letopis::regulations {

struct Contradiction {
  std::string key;    // one that is there
  std::string other;  // the one it cannot stand with, or the one it cannot stand without
  Sentence says;      // names both
  bool operator==(const Contradiction&) const = default;
};

// All of them: a detail without what it is a detail of, a cadence by periods that the school does
// not have, a window that nobody may choose, and so on. Requires: check_parameter passed each.
std::vector<Contradiction> contradictions(const Parameters& parameters);

}  // namespace letopis::regulations

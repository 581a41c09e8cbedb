// Two media of one log against each other, each of them checked on its own before.
#pragma once

#include <vector>

#include "archive/verdict.h"

namespace letopis::archive {

struct Comparison {
  std::uint64_t same = 0;  // volumes that are the same on both, to the byte
  std::vector<audit::Finding> findings;
};

// Volumes are the same iff their tag manifests and signatures are: that each file answers to them
// is what the checks have proved. Pure.
Comparison compare_media(const Verdict& one, const Verdict& other);

}  // namespace letopis::archive

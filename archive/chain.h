// A log followed through the volumes of a medium, from a whole one on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "archive/log_facts.h"
#include "audit/log_fold.h"

namespace letopis::archive {

// Where the log stands after the last volume that was followed. One thread at a time.
struct Chain {
  explicit Chain(audit::Findings& findings) : fold(findings) {}

  audit::LogFold fold;
  LogFacts facts;
  // The tree above the leaves, by tile level: as the entries give it.
  std::map<unsigned, std::vector<signing::Digest>> upper;
  std::optional<signing::Digest> genesis;  // leaf hash of entry 0
  bool broken = false;  // of some entry nothing is known: what follows proves less
};

}  // namespace letopis::archive

// What a check of a log has found: which fault, at which entry, in which file, and why.
#pragma once

#include <optional>
#include <string>

#include "events/identifiers.h"
#include "outcome/result.h"

namespace letopis::audit {

// What a finding is about; a program chooses its exit code by the gravest.
enum class Fault {
  kAltered,     // bytes are not those that were signed or hashed
  kRolledBack,  // older than what somebody has seen, or another branch
  kIncomplete,  // something that must be there is missing
};

struct Finding {
  Fault fault = Fault::kAltered;
  std::string where;  // "entries", "tree", "checkpoint", "view journal", "manifest" …
  std::optional<events::Position> position;  // of the entry it is about
  Refusal what;
  std::string file = {};    // in which file of a volume; empty where files do not matter
  std::string volume = {};  // of which volume, where there may be several
};

// Findings beyond this many are counted, not kept.
inline constexpr std::size_t kMaxFindings = 100;
// So many of them at one place for one reason: what follows from a fault may not crowd it out.
inline constexpr std::size_t kMaxFindingsAlike = 20;

}  // namespace letopis::audit

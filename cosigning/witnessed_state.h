// The state of a log that is about to be certified: published, and cosigned by whoever the policy
// names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cosigning/cosigning.h"
#include "terminal/console.h"

namespace letopis::cosigning {

struct WitnessedState {
  CosignedCheckpoint published;
  bool witnessed = false;  // as the policy asks; false where it asks nothing
};

// Publishes what is on disk and asks all witnesses, telling what each answered. Refuses what the
// ledger and the policy refuse, and certify.not_witnessed.
Result<WitnessedState> witness_now(const std::filesystem::path& data,
                                   const std::optional<std::string>& policy,
                                   const terminal::Console& console);

}  // namespace letopis::cosigning

// How a simulated school comes about: under one of the regulations that come with the program, by
// wishes that every school begins with.
#pragma once

#include <functional>
#include <vector>

#include "regulations/regulation_text.h"
#include "rules/command.h"
#include "signing/ed25519.h"

namespace letopis::simulation {

// Of so many regulations; which: modulo their number.
regulations::RegulationText bundled(std::uint64_t which);

struct FoundingStep {
  events::PersonNumber author;
  rules::Command command;
};

// In their order, all at one moment of 1 September 2025 or later; the first starts the log. Each
// must be allowed under every regulation. `key_of` says whom a signer's first key belongs to.
std::vector<FoundingStep> founding(
    const std::string& origin, const regulations::RegulationText& regulation,
    const std::function<signing::PublicKey(events::PersonNumber)>& key_of);

}  // namespace letopis::simulation

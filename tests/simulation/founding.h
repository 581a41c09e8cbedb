// How a simulated school comes about: under one of the regulations that come with the program, by
// wishes that every school begins with.
#pragma once

#include <functional>
#include <vector>

#include "regulations/regulation_text.h"
#include "rules/command.h"
#include "signing/ed25519.h"

namespace letopis::simulation {

// One of the regulations that come with the program; every number names one.
regulations::RegulationText bundled(std::uint64_t which);

struct FoundingStep {
  events::PersonNumber author;
  rules::Command command;
};

// In their order, on 1 September 2025; the first starts the log. Each is allowed under each of
// those regulations once those before it stand. `key_of` gives a signer's first key.
std::vector<FoundingStep> founding(
    const std::string& origin, const regulations::RegulationText& regulation,
    const std::function<signing::PublicKey(events::PersonNumber)>& key_of);

}  // namespace letopis::simulation

// Asking witnesses over the network to cosign what a log published.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cosigning/cosign_files.h"
#include "cosigning/cosigning.h"

namespace letopis::cosigning {

// Each in turn, those that cosigned it before without a word; every cosignature that came is
// checked and kept. Takes as long as the slowest of them may.
std::vector<Asked> ask_witnesses(const Cosigning& cosigning, const CosignedCheckpoint& published);

// Of the newest checkpoint that is witnessed as the policy asks; empty: of none.
std::optional<std::uint64_t> witnessed_size(const Cosigning& cosigning);

}  // namespace letopis::cosigning

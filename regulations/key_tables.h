// The table of known keys, in pieces: one for each chapter of a regulation's file.
#pragma once

#include "regulations/known_keys.h"

namespace letopis::regulations {

std::span<const KnownKey> adoption_keys();
std::span<const KnownKey> entry_keys();
std::span<const KnownKey> journal_keys();
std::span<const KnownKey> family_keys();
std::span<const KnownKey> control_keys();
std::span<const KnownKey> paper_keys();
std::span<const KnownKey> access_keys();
std::span<const KnownKey> duty_keys();
std::span<const KnownKey> setup_keys();
std::span<const KnownKey> product_keys();

}  // namespace letopis::regulations

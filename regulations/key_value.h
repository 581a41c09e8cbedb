// Whether a value is one that its key can have.
#pragma once

#include <string_view>

#include "outcome/result.h"
#include "regulations/known_keys.h"

namespace letopis::regulations {

inline constexpr std::size_t kMostValueBytes = 1000;
inline constexpr std::size_t kMostClauseBytes = 200;

// What values of that key look like, in a sentence for a person.
Sentence allowed_values(const KnownKey& key);

// Plain text of one line, not empty, at most kMostValueBytes, that the key's grammar reads.
bool is_readable(const KnownKey& key, std::string_view value);

}  // namespace letopis::regulations

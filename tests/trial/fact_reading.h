// Facts read without knowing them: their numbers, their commitments, and all of them as text.
#pragma once

#include <string>
#include <vector>

#include "events/facts.h"

namespace letopis::trial {

struct NumberSeen {
  events::NumberKind kind = {};
  std::uint32_t value = 0;
  bool declared = false;  // as against one that refers to what is there
};

// In the order of the fact's fields, those inside of lists and values included.
std::vector<NumberSeen> numbers_of(const events::Fact& fact);
std::vector<events::Commitment> commitments_of(const events::Fact& fact);

// Every field with its name and value: two facts are equal iff their texts are.
std::string text_of(const events::Fact& fact);

}  // namespace letopis::trial

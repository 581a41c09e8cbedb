// Numbers and words of a fact by the names of their fields.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "events/facts.h"

namespace letopis::events {

// Numbers of things, and ordinals of words; what is absent is left out.
std::map<std::string, std::uint32_t> numbers_in(const Fact& fact);

}  // namespace letopis::events

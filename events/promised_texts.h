// The private texts that an event commits to, and whom each is about.
#pragma once

#include <vector>

#include "events/event.h"

namespace letopis::events {

// One text that must lie in the vault, under the key of the person it is about.
struct PromisedText {
  PersonNumber about;
  Commitment text;
  auto operator<=>(const PromisedText&) const = default;
};

// In the order of the fact's fields. A letter's text is about the person beside it; any other is
// about the first person that the fact names, or else about the author.
std::vector<PromisedText> promised_texts(const Fact& fact, PersonNumber author);

}  // namespace letopis::events

// Turns a wish into the facts that its author would sign.
#pragma once

#include <vector>

#include "events/commitment.h"
#include "events/views.h"
#include "outcome/result.h"
#include "rules/command.h"

namespace letopis::rules {

struct Asker {
  events::PersonNumber person;  // 0: the founder
  events::Instant now;
  const events::TextSource* texts = nullptr;  // private ones of the wish; null: it has none
};

// The facts, with the numbers that they declare: between 1 and events::kMaxCommandEvents. Refuses
// what `admit` would refuse of them, command.empty and command.too_large, and what a command's own
// header says. Pure: the same views, the same answer.
Result<std::vector<events::Fact>> propose(const Command& command, const Asker& asker,
                                          const events::ViewReader& views);

}  // namespace letopis::rules

// A wish of one person at one moment, as the trial year hands it out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/commitment.h"
#include "events/facts.h"

namespace letopis::trial {

struct Command {
  events::PersonNumber author;  // 0: the founder
  unsigned author_key = 0;      // which of the author's keys signs it: see Year::key_of
  events::CommandId id;         // high 48 bits: `stated`, so that an index of ids grows at its end
  events::Instant at;           // when the server records it; never before the previous command
  events::Instant stated;       // the author's clock; at most `at`
  std::vector<events::Fact> facts;         // 1 … events::kMaxCommandEvents
  std::vector<events::PrivateText> texts;  // to which the facts hold commitments

  // Tried although it is forbidden: the code of the refusal with which the log must answer. Nothing
  // after it rests on it; what it declares has the number that the next one will have.
  std::optional<std::string_view> in_vain = std::nullopt;
};

}  // namespace letopis::trial

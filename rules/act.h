// What a rule is asked about: one fact of a command, who states it and when.
#pragma once

#include <optional>
#include <span>

#include "events/commitment.h"
#include "events/event.h"

namespace letopis::rules {

// Borrows the command; lives while it is judged.
struct Act {
  events::PersonNumber author;                   // 0: the founder
  events::Instant now;                           // when it will be recorded, or is
  std::span<const events::Fact* const> command;  // all facts of it, this one among them
  std::size_t index = 0;                         // of this one
  std::optional<std::uint32_t> version;          // in its stream; empty: not yet in an event
  const events::TextSource* texts = nullptr;     // private ones of the command; null: none came

  // True iff some fact of the command, this one or another, is of that kind and fits.
  template <class Fact, class Fits>
  bool beside(const Fits& fits) const {
    for (const events::Fact* fact : command) {
      const auto* one = std::get_if<Fact>(fact);
      if (one != nullptr && fits(*one)) return true;
    }
    return false;
  }
};

}  // namespace letopis::rules

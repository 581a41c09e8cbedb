// How long certified documents are kept: a term for each kind, which the school names by an order
// (ARC-08). No regulation here names years; where the school is silent, documents are kept for
// ever.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "events/identifiers.h"
#include "events/words_control.h"
#include "regulations/parameters.h"

namespace letopis::regulations {

struct KeptKind {
  events::CopyKind kind = {};
  std::string_view key;   // of the parameter: "keeping.journal.years"
  std::string_view word;  // "journal", in names of files and on command lines
};

// The kinds that are certified and kept, those first that are kept longest by custom.
std::span<const KeptKind> kept_kinds();

// The last day on which documents of a school year must be kept: years are counted from the first
// of January after the year's end. Empty: for ever. `parameters` are those in force when the
// documents are certified.
std::optional<events::Day> keep_until(const KeptKind& kind, events::Day year_last_day,
                                      const Parameters& parameters);

}  // namespace letopis::regulations

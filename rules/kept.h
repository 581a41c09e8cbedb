// What admission keeps from one command to the next: setting, roster and where results are, for as
// long as no fact has changed them (docs/decisions/0016).
#pragma once

#include <optional>
#include <string>

#include "events/views.h"
#include "rules/school_now.h"

namespace letopis::rules {

// A plain value. One thread at a time.
class Kept {
 public:
  // Forgets what the views have changed since the last look: one read while they have changed
  // nothing. Requires: all looks are at views of one log, later ones at the same size or a greater,
  // but that a write that failed may have taken back its last facts.
  void look(const events::ViewReader& views);

  // Of the views of the last look; borrowed until the next.
  Remembered remembered() { return {&setting_, &roster_, &results_}; }

 private:
  struct LastChange {
    std::string key;
    std::string value;
  };

  std::optional<LastChange> last_;  // none: nothing may be kept
  Setting setting_;
  Roster roster_;
  Results results_;
};

}  // namespace letopis::rules

// What admission keeps from one command to the next: setting and roster, for as long as no fact has
// changed them (docs/decisions/0016).
#pragma once

#include <optional>
#include <string>

#include "events/views.h"
#include "rules/roster.h"
#include "rules/setting.h"

namespace letopis::rules {

// A plain value. One thread at a time.
class Kept {
 public:
  // Forgets what the views have changed since the last look: one read while they have changed
  // nothing. Requires: all looks are at views of one log, later ones at the same size or a greater,
  // but that a write that failed may have taken back its last facts.
  void look(const events::ViewReader& views);

  Setting& setting() { return setting_; }
  Roster& roster() { return roster_; }

 private:
  struct LastChange {
    std::string key;
    std::string value;
  };

  std::optional<LastChange> last_;  // none: nothing may be kept
  Setting setting_;
  Roster roster_;
};

}  // namespace letopis::rules

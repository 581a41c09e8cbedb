// One command before the rules: its facts are taken in their order, each against what stands in the
// log and what the facts before it bring.
#pragma once

#include <map>
#include <optional>
#include <span>

#include "events/commitment.h"
#include "events/event.h"
#include "outcome/result.h"
#include "rules/command_views.h"
#include "rules/kept.h"
#include "rules/numbers.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Lives for one command; borrows views and facts, its private texts, if any come along, and what is
// kept of the views, if anything is. One thread.
class Hearing {
 public:
  Hearing(events::PersonNumber author, events::Instant now, const events::ViewReader& log,
          const events::TextSource* texts = nullptr, Kept* kept = nullptr);

  // Refuses what numbers.h and judge.h refuse. `versions` are those of the events that hold the
  // facts; none while there are no events yet.
  Outcome hear(std::span<const events::Fact* const> facts,
               std::span<const std::uint32_t> versions = {});

 private:
  const events::PersonNumber author_;
  const events::Instant now_;
  const events::TextSource* const texts_;
  CommandViews views_;
  Remembered kept_;  // less what this command has changed
  const projections::Directory log_directory_;
  Numbers numbers_;
  std::optional<SchoolNow> school_;

  // The facts to come see what these bring.
  void take_in(std::span<const events::Fact* const> facts);
};

}  // namespace letopis::rules

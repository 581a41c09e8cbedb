// One act of the director at the command line: a fact signed with the director's key, appended; or
// of another office. Only in a trial, where keys derive from the seed; a real director's key never
// lies on a server.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "ledger/ledger.h"
#include "office/clocks.h"
#include "office/school_files.h"
#include "trial/year.h"

namespace letopis::office {

// Owns the ledger it opened. One thread.
class DirectorsDesk {
 public:
  // Refuses what the school's files and the ledger refuse, director.key_elsewhere (no trial) and
  // director.none.
  static Result<std::unique_ptr<DirectorsDesk>> open(
      const std::filesystem::path& directory,
      std::unique_ptr<const events::Clock> clock = std::make_unique<SystemClock>());

  // Appends the facts as one command of the director. Refuses what the ledger refuses.
  Result<ledger::Accepted> state(std::vector<events::Fact> facts);

  // The same of whoever holds the first of these offices that somebody holds, with a key in force.
  // Refuses office.none as well. Requires: an office at least.
  Result<ledger::Accepted> state_as(const std::vector<events::Role>& offices,
                                    std::vector<events::Fact> facts);

  // Waits until all that is on disk is under a published checkpoint. Refuses what the ledger
  // refuses.
  Outcome publish() { return ledger_->publish(); }

  const ledger::Ledger& ledger() const { return *ledger_; }
  const SchoolProfile& profile() const { return profile_; }
  events::Instant now() const { return clock_->now(); }

 private:
  DirectorsDesk(SchoolProfile profile, std::unique_ptr<const events::Clock> clock)
      : profile_(std::move(profile)), clock_(std::move(clock)) {}
  struct Signer {
    events::PersonNumber person;
    unsigned which = 0;  // of the person's keys
  };
  static std::optional<Signer> find_signer(const ledger::Snapshot& log, const trial::Year& year,
                                           events::Role office);

  const SchoolProfile profile_;
  const ledger::Resources resources_ = ledger::make_resources();
  const std::unique_ptr<const events::Clock> clock_;
  std::unique_ptr<ledger::Ledger> ledger_;
};

}  // namespace letopis::office

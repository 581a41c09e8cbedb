// A server made again from a medium: verified, imported, its names brought back, and, where nobody
// can say that nothing is lost, continued under a new name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "archive/trust.h"
#include "archive/verdict.h"
#include "ledger/restore.h"
#include "ledger/restore_vault.h"
#include "ledger/vault_export.h"
#include "office/school_files.h"

namespace letopis::archivist {

struct RestoreOrder {
  std::filesystem::path medium;
  std::filesystem::path directory;  // absent or empty
  archive::Trust trust;
  // The newest checkpoint that anybody knows; empty: nobody can say. One of the trust file that is
  // newer counts instead.
  std::optional<archive::KnownCheckpoint> newest;
  std::optional<signing::Secret32> log_seed;   // of the log's own key; empty: it is lost
  std::string new_origin;                      // should it go on under another name
  std::optional<events::Order> order;          // on which it does
  std::optional<office::TrialOrigin> trial;    // what a trial log was lived from
  std::optional<std::string> vault_export;     // its bytes
  std::optional<signing::Secret32> recipient;  // whose key opens it
};

struct RestoredSchool {
  archive::Verdict verdict;  // of the medium
  ledger::Restored log;
  std::optional<ledger::RestoredTexts> texts;
  std::string origin;      // under which it goes on
  std::string why;         // code of the reason why that is another one: "newer", "unknown", "key"
  bool continued = false;  // the entry that says so stands
};

// Refuses restore.medium (the medium is not intact by the trust file; that a longer log was seen
// does not count), restore.needs_origin and restore.needs_order (it must go on under a new name),
// restore.forked (the newest checkpoint is of another branch), restore.trial, and what the ledger
// refuses.
// Nothing is left in the directory then. Throws archive::MediumFailure and ledger::StoreFailure.
Result<RestoredSchool> restore_school(const RestoreOrder& order, const ledger::Progress& progress);

}  // namespace letopis::archivist

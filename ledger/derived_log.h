// What the entries say, derived again from their bytes alone: everything that indices, tree, keys
// and vault are then held against.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "audit/findings.h"
#include "audit/log_fold.h"
#include "events/promised_texts.h"
#include "ledger/verify.h"
#include "signing/merkle.h"

namespace letopis::ledger {

// One entry as the indices must have it.
struct EntryPlace {
  events::Stream stream;
  std::uint32_t version = 0;
  std::uint32_t command = 0;  // which of DerivedLog::commands
};

struct DerivedCommand {
  events::PersonNumber author;
  events::CommandId id;
  CommandPlace place;
};

struct DerivedLog {
  std::vector<EntryPlace> entries;
  std::vector<DerivedCommand> commands;
  std::map<unsigned, std::vector<signing::Digest>> tree;  // by tile level
  signing::MerkleFrontier frontier;
  std::optional<signing::Digest> root_at_checkpoint;  // if the log is that long
  events::KeyStandings keys;
  std::uint64_t streams = 0;
  std::uint64_t signatures = 0;
  std::set<events::PromisedText> texts;   // that facts commit to
  std::set<events::PersonNumber> erased;  // by an order in the log
  bool lost = false;                      // of some entry it is not known what it says
  bool readable = true;                   // false: from some entry on nothing could be derived
  bool gap = false;                       // an entry is missing: what comes after was not read
};

// Reads all entries once, in order; signatures are checked on all cores meanwhile. What is wrong
// goes to `findings`.
DerivedLog derive_log(const Store& store, const VerifySettings& settings,
                      std::uint64_t checkpoint_size, audit::Findings& findings,
                      const Progress& progress);

}  // namespace letopis::ledger

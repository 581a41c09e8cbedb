// The whole check of a live log, trusting nothing that it does not derive again: every hash, author
// signature, key standing, command, stream version, time, index row, tree row, the checkpoint, the
// views, the vault and its key file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "audit/finding.h"
#include "events/views.h"
#include "ledger/rebuild.h"
#include "ledger/store.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

using audit::Fault;
using audit::Finding;

struct Verdict {
  std::uint64_t size = 0;
  signing::Digest root;
  std::string checkpoint;  // the note, once it verified; else empty
  std::uint64_t signatures = 0;
  std::uint64_t keys = 0;
  std::uint64_t streams = 0;
  std::uint64_t commands = 0;
  std::uint64_t texts = 0;         // opened and held against their commitments
  std::uint64_t texts_erased = 0;  // of persons whose key was destroyed by an order
  std::uint64_t view_rows = 0;
  std::vector<Finding> findings;
  std::uint64_t findings_in_all = 0;

  bool intact() const { return findings_in_all == 0; }
};

struct VerifySettings {
  std::filesystem::path directory;
  std::string origin;
  signing::PublicKey log_key;
  bool signatures = true;  // false measures hashing alone; never the default of a program
};

// Opens the store for reading only and writes nothing. A store that does not open, or reads with an
// error, is a finding, not an exception. Any damage may be met: there is no input that crashes it.
Verdict verify_store(const VerifySettings& settings,
                     const std::vector<events::Projection>& projections, const Resources& resources,
                     const Progress& progress);

}  // namespace letopis::ledger

// The entries of one volume, checked on all cores: a piece of 4 096 is read, hashed, decoded and
// compared with its renditions by any thread; then followed in its turn; then its authors'
// signatures are checked.
//
//   thread 1   read piece 0 ──▶ follow ──▶ signatures       read piece 2 ─────▶ follow ──▶ …
//   thread 2   read piece 1 ─────────────▶ follow ──▶ signatures       read piece 3 ──▶ …
#pragma once

#include "archive/bag_info.h"
#include "archive/chain.h"
#include "archive/joint.h"
#include "archive/log_source.h"
#include "archive/volume_folder.h"

namespace letopis::archive {

struct EntriesSettings {
  bool contents = true;               // false: hashes alone
  std::uint64_t signatures_from = 0;  // earlier signatures were checked on an earlier visit
  unsigned threads = 1;
};

struct EntriesCount {
  std::uint64_t hashed = 0;
  std::uint64_t signatures = 0;
  std::uint64_t renditions = 0;
};

// Follows the volume's entries with the chain. Requires: the chain stands at info.first. What is
// wrong goes to the findings.
EntriesCount check_entries(VolumeFolder& folder, const BagInfo& info,
                           const EntriesSettings& settings, Chain& chain, audit::Findings& findings,
                           const Progress& progress);

// The same where the volumes before are missing: hashes and renditions alone, and the tree that the
// entries grow from the joint's edge on.
struct LoneTree {
  signing::MerkleFrontier edge;
  signing::Digest old_root;  // when the edge stood at the joint's old size
  EntriesCount count;
};
LoneTree check_entries_alone(VolumeFolder& folder, const BagInfo& info, const Joint& joint,
                             audit::Findings& findings, const Progress& progress);

}  // namespace letopis::archive

// Volumes on two media of which the log has no entry, before another one is sealed to them.
//
//   begun here, and cut off before its entry ................ removed from both
//   the one that this log was restored from, sound on both .. recorded: its entry came after it
//   anything else ........................................... refused
#pragma once

#include <set>
#include <string>
#include <vector>

#include "archivist/archive_desk.h"

namespace letopis::archivist {

struct LeftOverOrder {
  const ChosenMedia& media;
  const ledger::Snapshot& log;
  const archive::Trust& trust;  // the log's own keys, and those it had before
  std::vector<events::VolumeSealed> recorded;
  std::set<std::string> begun;  // names of volumes
};

// Removes what is to be removed, folders aside included, and answers with the entries that are due,
// in their order. Never removes a volume that holds something the log lacks, as where the server
// itself is an old copy. Refuses volume.left_over and volume.stays. Throws archive::MediumFailure.
Result<std::vector<events::VolumeSealed>> settle_left_over(const LeftOverOrder& order);

}  // namespace letopis::archivist

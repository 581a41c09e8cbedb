// One piece of a volume: entry bundles, the tiles of their leaves and their renditions.
#pragma once

#include "archive/log_source.h"
#include "archive/volume_writer.h"
#include "outcome/result.h"

namespace letopis::archive {

struct EntryPiece {
  events::Position first;  // of the volume
  events::Position end;
  std::uint64_t number = 0;  // which file of renditions
};

// Writes what the volume holds of that file's 4 096 entries. Refuses entries whose leaf hashes are
// not those of the log's tree (source.tree) and what frame and codec refuse. Any thread.
Outcome seal_entries(const EntryPiece& piece, const LogSource& log, VolumeWriter& writer);

}  // namespace letopis::archive

// What one file of renditions and the entry bundles behind it say: read, hashed and decoded,
// without what came before them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/bag_info.h"
#include "archive/volume_folder.h"
#include "events/entry.h"
#include "events/event.h"

namespace letopis::archive {

struct ReadEntry {
  events::Position position;
  signing::Digest leaf;
  std::optional<events::EntryParts> parts;   // borrow from the piece's bundles
  std::optional<events::Event> event;        // empty: it cannot be read, or was not asked for
  std::optional<events::Envelope> envelope;  // of an event whose fact is not known here
  std::optional<Refusal> refusal;            // why there is no event
};

struct ReadPiece {
  std::vector<std::string> bundles;
  std::vector<ReadEntry> entries;
  std::uint64_t renditions = 0;  // that were compared
};

// Which entries of a volume a file of renditions stands for, and the bundles they lie in: from the
// border of the volume's first bundle on.
struct PieceRange {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
};
std::uint64_t pieces_of(const BagInfo& info);
PieceRange range_of(const BagInfo& info, std::uint64_t piece);

// Reads the piece. Bundles, tiles and renditions that are not what they must be are findings; an
// entry that is missing has the leaf that the tile tells. Any thread.
ReadPiece read_piece(VolumeFolder& folder, const BagInfo& info, std::uint64_t piece, bool contents,
                     audit::Findings& findings);

}  // namespace letopis::archive

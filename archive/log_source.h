// A log as whoever keeps it hands it over to be archived.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "events/identifiers.h"
#include "signing/tile_tree.h"

namespace letopis::archive {

// All of one moment: the checkpoint's size is that of the log. The functions may be called by any
// threads at once, and throw when the log cannot be read.
struct LogSource {
  std::string checkpoint;  // a signed note, the log's own line first
  // Exactly so many entries from that position on.
  std::function<std::vector<std::string>(events::Position first, std::size_t count)> entries;
  signing::RowReader hashes;  // what tiles hold
};

// How far a long work has come. Any thread, one at a time.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

}  // namespace letopis::archive

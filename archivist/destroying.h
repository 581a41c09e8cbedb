// A document volume destroyed by an act: taken whole off each medium, and the log told of it.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "archivist/archive_desk.h"

namespace letopis::archivist {

struct DestroyOrder {
  std::string volume;  // its name
  std::vector<std::filesystem::path> media;
  events::Order act;
};

struct DestroyedVolume {
  std::string name;
  std::vector<events::MediumNumber> now;     // where it was destroyed by this call
  std::vector<events::MediumNumber> before;  // of the media given: where it was already
  std::vector<events::MediumNumber> owed;    // where it was sealed to and is still to be destroyed
};

// On each medium the volume first loses its name, then goes, then volume_destroyed is recorded:
// what a power cut leaves of it is finished by the next call. Nothing is touched unless the log
// would take every entry. Refuses destroy.unknown (the log knows no such volume), destroy.two_acts
// (it was destroyed elsewhere by another act), volume.of_log, volume.kept_for_ever, volume.kept
// (the sentence names the day), what ArchiveDesk::expect_own and the ledger refuse, and
// volume.stays (a write-once medium). Throws archive::MediumFailure.
Result<DestroyedVolume> destroy(ArchiveDesk& desk, const DestroyOrder& order);

}  // namespace letopis::archivist

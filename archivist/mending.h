// Two media made whole again from one another: checked, mended, checked again, and recorded.
#pragma once

#include <array>
#include <filesystem>

#include "archive/repair.h"
#include "archivist/archive_desk.h"
#include "verifier/check.h"

namespace letopis::archivist {

struct Mended {
  verifier::Checked before;
  std::array<std::vector<archive::MendedVolume>, 2> volumes;  // on each medium
  verifier::Checked after;  // as `before` iff nothing was to be mended

  // Names of volumes that are sound on neither medium.
  std::vector<std::string> beyond_mending() const;
  bool nothing() const { return volumes[0].empty() && volumes[1].empty(); }
};

// Each volume is mended on one medium only where the other verified; VolumeRepaired and
// VolumeChecked are recorded. Refuses what expect_own, check, repair and the ledger refuse. Throws
// archive::MediumFailure.
Result<Mended> mend(ArchiveDesk& desk, const std::array<std::filesystem::path, 2>& media,
                    const archive::Trust& trust, const archive::Progress& progress);

}  // namespace letopis::archivist

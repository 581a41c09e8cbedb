// Which volumes lie on a medium, and what else does.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/medium.h"
#include "audit/findings.h"
#include "outcome/result.h"

namespace letopis::archive {

struct MediumVolumes {
  std::filesystem::path root;
  bool whole = true;  // false: one volume was asked for, and the medium itself is not judged
  std::vector<std::filesystem::path> volumes;  // sorted by their number; a lone one last
  std::optional<MediumIdentity> identity;
  std::vector<std::string> unfinished;  // left by a write that was cut off: no volumes
};

// Lists the medium at `path`, or the medium that the volume at `path` lies on, up to that volume.
// What no medium holds is a finding under "medium". Refuses media.absent, media.not_directory and
// check.nothing.
Result<MediumVolumes> list_volumes(const std::filesystem::path& path, audit::Findings& findings);

}  // namespace letopis::archive

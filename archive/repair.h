// Mends the volumes of one medium from the other, file by file, after the other verified.
#pragma once

#include <vector>

#include "archive/log_source.h"
#include "archive/verdict.h"
#include "outcome/result.h"

namespace letopis::archive {

struct MendedVolume {
  events::VolumeNumber volume;
  std::string name;
  std::uint64_t files = 0;  // written anew, or taken away
};

// True iff the volume may be copied from there: it was followed from the log's beginning, nothing
// was found in it, keys that the trust file names signed the medium's volumes, and they are those
// that their log tells of.
bool may_mend_from(const Verdict& source, const CheckedVolume& volume);

// Makes each volume of `target` that is damaged, or missing, what it is on `source`, from where it
// may be copied; others stay, and what was destroyed by an act does not come back. Files are
// written aside, read back and renamed; one that no manifest lists is removed. Requires: the whole
// medium was checked. Whoever calls checks the target again. Refuses repair.forked, touching
// nothing: both media hold a sound volume of that name, and not the same. Throws MediumFailure.
Result<std::vector<MendedVolume>> repair(const Verdict& source, const Verdict& target,
                                         const Progress& progress);

}  // namespace letopis::archive

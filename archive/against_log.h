// The volumes of a medium against what their own log says of them, and against what an inspector
// has seen before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/bag_info.h"
#include "archive/chain.h"
#include "archive/check_settings.h"
#include "archive/medium_volumes.h"

namespace letopis::archive {

// A volume that was checked, as the others need it.
struct KnownVolume {
  BagInfo info;
  signing::Digest tag_manifest;
  std::vector<signing::Digest> signatures;
};

// The log tells which volumes were sealed to which medium, with their digests: those that are
// missing and not `destroyed`, others than these, and those of which it says nothing are findings;
// so is a medium that it does not know. The room where the medium is kept, if it does.
std::optional<std::string> hold_against_log(const Chain& chain,
                                            const std::vector<KnownVolume>& volumes,
                                            const MediumVolumes& medium,
                                            const std::vector<Destroyed>& destroyed,
                                            audit::Findings& findings);

// Every checkpoint that somebody has seen before is the beginning of this log; else it was rolled
// back or forked. Requires: the chain has watched their sizes.
void hold_against_known(const Chain& chain, const std::vector<KnownVolume>& volumes,
                        const CheckSettings& settings, audit::Findings& findings);

}  // namespace letopis::archive

// One log volume, every byte and every statement of it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "archive/chain.h"
#include "archive/entries_check.h"
#include "archive/volume_frame.h"

namespace letopis::archive {

// One thread. What is wrong goes to the findings.
class VolumeCheck {
 public:
  // Requires: the frame has what the volume says of itself, and it is a log volume.
  VolumeCheck(VolumeFrame& frame, const CheckSettings& settings, audit::Findings& findings)
      : frame_(frame), settings_(settings), findings_(findings) {}

  // Checks all that the frame has not. `chain` stands where the volume begins, or is null if the
  // volumes before are missing.
  EntriesCount check(Chain* chain, const Progress& progress);

 private:
  const BagInfo& info() const { return *frame_.info(); }
  VolumeFolder& folder() { return frame_.folder(); }
  void check_listed_files();
  std::optional<Joint> read_joint();
  EntriesCount follow(Chain& chain, const std::optional<Joint>& joint, const Progress& progress);
  void check_overlap(const Joint& joint);
  void check_roots(const Chain& chain);
  void check_upper_tiles(const Chain& chain);
  void check_keys(const Chain& chain);

  VolumeFrame& frame_;
  const CheckSettings& settings_;
  audit::Findings& findings_;
};

}  // namespace letopis::archive

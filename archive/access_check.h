// data/access of a log volume: the log of access recomputed, its checkpoint's signature, and that
// nothing of what the volumes before had sealed was changed or taken out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/joint.h"
#include "archive/volume_frame.h"
#include "signing/tiles.h"

namespace letopis::archive {

// Where the log of access ended in the last volume that carried it.
struct AccessEnd {
  signing::Checkpoint checkpoint;
  std::string volume;
};

// One thread. Findings stand under "access".
class AccessCheck {
 public:
  // Requires: the frame has what the volume says of itself, and it is a log volume.
  explicit AccessCheck(VolumeFrame& frame) : frame_(frame) {}

  // How many entries were hashed. `last` is the end in the volumes before, and becomes the end in
  // this one; a volume that carries none leaves it.
  std::uint64_t check(std::optional<AccessEnd>& last);

 private:
  bool is_carried() const;
  void expect_none(const std::optional<AccessEnd>& last);
  std::optional<signing::Checkpoint> open_checkpoint();
  std::optional<Joint> read_joint(std::uint64_t size);
  bool extent_is_possible(std::uint64_t first, std::uint64_t size);
  void check_listed_files(const std::vector<signing::TilePath>& bundles, bool joined);
  void follow(const std::optional<Joint>& joint, const signing::Checkpoint& checkpoint);
  void read_bundle(const signing::TilePath& bundle);
  void note_root();
  std::optional<signing::Digest> root_at(std::uint64_t size) const;
  void hold_roots(const std::optional<Joint>& joint, const signing::Checkpoint& checkpoint);
  void hold_against(const std::optional<AccessEnd>& last, const signing::Checkpoint& checkpoint,
                    std::uint64_t first);
  void expect_whole(std::uint64_t first);
  void add(audit::Fault fault, const char* code, std::string ru, std::string en,
           std::string_view file);

  VolumeFrame& frame_;
  signing::MerkleFrontier edge_;
  std::vector<std::uint64_t> watched_;  // sizes whose roots are asked for
  std::vector<signing::Checkpoint> roots_;
  std::uint64_t hashed_ = 0;
  bool broken_ = false;  // a bundle is missing or malformed: roots behind it are not known
};

}  // namespace letopis::archive

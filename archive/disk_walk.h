// The walk from a block device down to the disks beneath it, through what sysfs shows.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "archive/mount.h"
#include "outcome/result.h"

namespace letopis::archive {

// Gathers the disks of all that is entered, at least one or some memory. One thread at a time.
// `path` is named in refusals, which are all media.disk_unknown; both paths are borrowed.
class DiskWalk {
 public:
  DiskWalk(const std::filesystem::path& path, const std::filesystem::path& sysfs)
      : path_(path), sysfs_(sysfs) {}

  Outcome enter(const Mount& mount) { return something_of(go(mount, 0)); }
  Outcome enter(dev_t device) { return something_of(go(device, 0)); }

  // Name → directory in sysfs.
  const std::map<std::string, std::filesystem::path>& disks() const { return disks_; }
  // All that was found is memory that forgets; false iff something else, or nothing, was found.
  bool only_memory() const { return memory_ && !lasting_; }

 private:
  Outcome something_of(Outcome gone) const;
  Outcome go(const Mount& mount, int layer);
  Outcome go(dev_t device, int layer);
  Outcome go_to(const std::filesystem::path& directory, int layer);
  Outcome go_to_file(std::string name, int layer);
  Outcome go_to_all(const std::filesystem::path& links, int layer);
  Outcome take_disk(const std::filesystem::path& directory);
  // The folder that lists all devices of the btrfs which lies on this one too; empty iff none does.
  std::filesystem::path btrfs_beside(const std::string& device) const;
  Refusal unknown(const Sentence& why) const { return unknown_disk(path_, why); }

  const std::filesystem::path& path_;
  const std::filesystem::path& sysfs_;
  std::map<std::string, std::filesystem::path> disks_;
  std::set<std::filesystem::path> seen_;
  bool memory_ = false;
  bool lasting_ = false;
};

}  // namespace letopis::archive

// Which mounted file system a path lies on, as the kernel's mount table has it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "outcome/result.h"

namespace letopis::archive {

struct Mount {
  std::string file_system;  // "ext4", "vfat", "tmpfs", "fuse.sshfs" …
  std::string source;       // what was mounted: "/dev/sdb1", "tmpfs", "server:/share" …
  dev_t device = 0;         // major 0: no block device of its own
  bool read_only = false;
  bool path_is_root = false;  // the path is the very place where it is mounted
  bool operator==(const Mount&) const = default;
};

// Follows links. Refuses media.absent (no such path), media.unreadable (a folder above it may not
// be entered) and media.disk_unknown (not in this process's mount table). Throws MediumFailure.
// Any thread.
Result<Mount> mount_of(const std::filesystem::path& path);

// The refusal of a path that is not there: a medium that is not plugged in or not mounted.
Refusal absent_medium(const std::filesystem::path& path);

// The refusal of a path whose physical disk cannot be found out, and why.
Refusal unknown_disk(const std::filesystem::path& path, const Sentence& why);

}  // namespace letopis::archive

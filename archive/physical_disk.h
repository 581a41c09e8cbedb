// Where a path really lies: through partitions, logical volumes, arrays and images in files down to
// the disks that can be dropped, burnt or stolen.
//
//   /mnt/a ── ext4 on dm-0 ──┬── sda1 ── sda
//                            └── sdb1 ── sdb        disks: sda, sdb
//   /mnt/b ── ext4 on loop0 ── /srv/b.img ── sda1   disks: sda
//
// What the kernel shows is believed. It does not show that two disks are two namespaces of one
// drive, or two volumes of one controller or of one server in the network.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <set>
#include <string>

#include "outcome/result.h"

namespace letopis::archive {

inline constexpr int kMaxDiskLayers = 16;       // of devices upon devices
inline constexpr int kMaxDevicesBeneath = 256;  // under one path

struct Whereabouts {
  std::string file_system;      // "ext4"
  std::string mount_source;     // "/dev/sdb1"
  std::set<std::string> disks;  // the kernel's names: "sda", "nvme0n1"; empty for tmpfs
  // What a person can compare with the label: the first disk's serial number, else the UUID of the
  // file system; empty iff nothing is known. Printable ASCII, at most 64 characters.
  std::string serial;
  bool memory = false;     // nothing of it outlives a power cut
  bool read_only = false;  // mounted so
  dev_t device = 0;        // of the file system
  bool operator==(const Whereabouts&) const = default;
};

// Looks at the path, which must be there, and at `sysfs`. Refuses media.absent, media.unreadable,
// and media.disk_unknown: a file system of the network or in layers, a device that does not say
// what is beneath it, or more than the limits above. Throws MediumFailure. Any thread.
Result<Whereabouts> whereabouts_of(const std::filesystem::path& path,
                                   const std::filesystem::path& sysfs = "/sys");

// The same for a block device. `path` is what the refusal names; `file_system` and what else only a
// path has stays empty.
Result<Whereabouts> whereabouts_of_device(dev_t device, const std::filesystem::path& path,
                                          const std::filesystem::path& sysfs = "/sys");

}  // namespace letopis::archive

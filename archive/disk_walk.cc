#include "archive/disk_walk.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "archive/physical_disk.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDeleted = " (deleted)";

bool forgets(std::string_view file_system) {
  return file_system == "tmpfs" || file_system == "ramfs" || file_system == "devtmpfs" ||
         file_system == "rootfs" || file_system == "hugetlbfs";
}

// "zram0" and "ram15", but not "rambler".
bool is_memory_disk(std::string_view name) {
  for (const std::string_view kind : {"zram", "ram"}) {
    if (!name.starts_with(kind)) continue;
    const auto number = name.substr(kind.size());
    return !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return false;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// Names may hold any character but the newline, with which sysfs ends what it says.
std::string line_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

std::string printed(dev_t device) { return fmt::format("{}:{}", ::major(device), ::minor(device)); }

}  // namespace

// Devices that lie on one another in a circle lie on nothing.
Outcome DiskWalk::something_of(Outcome gone) const {
  if (!gone || memory_ || lasting_) return gone;
  return unknown({"под ним нет ни одного диска", "there is no disk beneath"});
}

Outcome DiskWalk::go(const Mount& mount, int layer) {
  if (forgets(mount.file_system)) {
    memory_ = true;
    return Done{};
  }
  if (::major(mount.device) != 0) return go(mount.device, layer);
  struct stat source {};
  if (mount.source.starts_with('/') && ::stat(mount.source.c_str(), &source) == 0 &&
      S_ISBLK(source.st_mode)) {
    return go(source.st_rdev, layer);
  }
  return unknown({fmt::format("под файловой системой {} нет диска", mount.file_system),
                  fmt::format("there is no disk under the file system {}", mount.file_system)});
}

Outcome DiskWalk::go(dev_t device, int layer) {
  std::error_code failed;
  const auto directory = fs::canonical(sysfs_ / "dev" / "block" / printed(device), failed);
  if (failed) {
    return unknown({fmt::format("система не знает устройства {}", printed(device)),
                    fmt::format("the system knows no device {}", printed(device))});
  }
  const auto devices = btrfs_beside(directory.filename());
  return devices.empty() ? go_to(directory, layer) : go_to_all(devices, layer);
}

Outcome DiskWalk::go_to(const fs::path& directory, int layer) {
  if (!seen_.insert(directory).second) return Done{};
  if (layer > kMaxDiskLayers || seen_.size() > kMaxDevicesBeneath) {
    return unknown({"слишком много устройств друг под другом", "too many devices beneath"});
  }
  if (is_there(directory / "partition")) return go_to(directory.parent_path(), layer + 1);
  if (is_there(directory / "loop" / "backing_file")) {
    return go_to_file(line_of(directory / "loop" / "backing_file"), layer + 1);
  }
  std::error_code failed;
  const bool stands_alone = fs::is_empty(directory / "slaves", failed);
  if (!failed && !stands_alone) return go_to_all(directory / "slaves", layer + 1);
  return take_disk(directory);
}

// A file that was deleted while it is in use has no path any more: it lies where its folder lies.
Outcome DiskWalk::go_to_file(std::string name, int layer) {
  if (!is_there(name) && name.ends_with(kDeleted)) {
    name.resize(name.size() - kDeleted.size());
    if (!is_there(name)) name = fs::path(name).parent_path();
  }
  struct stat found {};
  if (!name.starts_with('/') || ::stat(name.c_str(), &found) != 0) {
    return unknown({fmt::format("образ диска {} не найден", name),
                    fmt::format("the disk's image {} is not to be found", name)});
  }
  if (S_ISBLK(found.st_mode)) return go(found.st_rdev, layer);
  const auto mount = mount_of(name);
  return mount ? go(*mount, layer) : unknown(mount.refusal().says);
}

Outcome DiskWalk::go_to_all(const fs::path& links, int layer) {
  std::error_code failed;
  for (const auto& link : fs::directory_iterator(links, failed)) {
    const auto device = fs::canonical(link.path(), failed);
    if (failed) break;
    if (auto entered = go_to(device, layer); !entered) return entered;
  }
  if (!failed) return Done{};
  return unknown({fmt::format("не читается {}", links.string()),
                  fmt::format("{} cannot be read", links.string())});
}

// What the kernel makes up without saying of what, such as a disk of the network, may lie anywhere.
Outcome DiskWalk::take_disk(const fs::path& directory) {
  const std::string name = directory.filename();
  const bool memory = is_memory_disk(name);
  if (!memory &&
      directory.parent_path() == fs::weakly_canonical(sysfs_ / "devices/virtual/block")) {
    return unknown({fmt::format("устройство {} не говорит, на чём стоит", name),
                    fmt::format("the device {} does not say what it stands on", name)});
  }
  (memory ? memory_ : lasting_) = true;
  disks_.emplace(name, directory);
  return Done{};
}

fs::path DiskWalk::btrfs_beside(const std::string& device) const {
  std::error_code failed;
  for (const auto& one : fs::directory_iterator(sysfs_ / "fs" / "btrfs", failed)) {
    const auto devices = one.path() / "devices";
    if (is_there(devices / device)) return devices;
  }
  return {};
}

}  // namespace letopis::archive

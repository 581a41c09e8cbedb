#include "archive/physical_disk.h"

#include <sys/stat.h>

#include <fstream>
#include <system_error>

#include "archive/disk_walk.h"
#include "archive/mount.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSerialCharacters = 64;
constexpr std::size_t kMaxAttributeBytes = 4096;  // sysfs has no longer ones
constexpr std::size_t kPageHeaderBytes = 4;       // of SCSI's page with the serial number
constexpr std::string_view kUuids = "/dev/disk/by-uuid";

// What a label could show: no blanks around it, no characters that a terminal would obey.
std::string tidy(std::string_view raw) {
  std::string text;
  for (const char character : raw) {
    const bool shown = character > ' ' && character < '\x7f';
    if (shown || (character == ' ' && !text.empty())) text += character;
    if (text.size() == kMaxSerialCharacters) break;
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string read_attribute(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(kMaxAttributeBytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

// A disk in a USB case has the serial number of the case: of the nearest device above it that has a
// vendor of USB. The hub above that has a number too, which is not of this disk.
std::string usb_serial(const fs::path& disk) {
  std::error_code failed;
  auto above = fs::canonical(disk / "device", failed);
  for (int step = 0; !failed && step < kMaxDiskLayers && above.has_relative_path(); ++step) {
    if (fs::exists(above / "idVendor", failed)) return tidy(read_attribute(above / "serial"));
    above = above.parent_path();
  }
  return {};
}

std::string serial_of(const fs::path& disk) {
  for (const char* name : {"serial", "device/serial"}) {
    if (auto serial = tidy(read_attribute(disk / name)); !serial.empty()) return serial;
  }
  if (auto serial = usb_serial(disk); !serial.empty()) return serial;
  const auto page = read_attribute(disk / "device/vpd_pg80");
  if (page.size() > kPageHeaderBytes) {
    if (auto serial = tidy(page.substr(kPageHeaderBytes)); !serial.empty()) return serial;
  }
  for (const char* name : {"wwid", "device/wwid"}) {
    if (auto serial = tidy(read_attribute(disk / name)); !serial.empty()) return serial;
  }
  return {};
}

std::string file_system_uuid(const Mount& mount) {
  std::error_code failed;
  for (const auto& link : fs::directory_iterator(kUuids, failed)) {
    struct stat target {};
    if (::stat(link.path().c_str(), &target) != 0) continue;
    if (target.st_rdev == mount.device) return tidy(link.path().filename().string());
  }
  return {};
}

Whereabouts found_by(const DiskWalk& walk) {
  Whereabouts where;
  for (const auto& [name, directory] : walk.disks()) {
    if (where.disks.empty()) where.serial = serial_of(directory);
    where.disks.insert(name);
  }
  where.memory = walk.only_memory();
  return where;
}

}  // namespace

Result<Whereabouts> whereabouts_of(const fs::path& path, const fs::path& sysfs) {
  auto mount = mount_of(path);
  if (!mount) return mount.refusal();
  DiskWalk walk(path, sysfs);
  if (auto entered = walk.enter(*mount); !entered) return entered.refusal();
  auto where = found_by(walk);
  if (where.serial.empty()) where.serial = file_system_uuid(*mount);
  where.file_system = std::move(mount->file_system);
  where.mount_source = std::move(mount->source);
  where.read_only = mount->read_only;
  where.device = mount->device;
  return where;
}

Result<Whereabouts> whereabouts_of_device(dev_t device, const fs::path& path,
                                          const fs::path& sysfs) {
  DiskWalk walk(path, sysfs);
  if (auto entered = walk.enter(device); !entered) return entered.refusal();
  auto where = found_by(walk);
  where.device = device;
  return where;
}

}  // namespace letopis::archive

// A real medium for tests: a file with a file system in it, mounted through a loop device. It can
// be write-protected, filled, unplugged and torn off in the middle.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "archive/temporary_directory.h"
#include "outcome/result.h"

namespace letopis::archive {

struct LoopWish {
  std::string file_system = "ext4";  // or "vfat"
  std::uint64_t megabytes = 8;
  std::filesystem::path folder = {};  // where the image lies; empty: where temporary files do
};

// Needs root and a kernel that knows loop devices and the file system: ask mounted(), and skip with
// why() if it is not. Whatever happened, the destructor unmounts, detaches and removes the image.
// One thread at a time.
class LoopMedium {
 public:
  explicit LoopMedium(const LoopWish& wish = {});
  ~LoopMedium();
  LoopMedium(const LoopMedium&) = delete;
  LoopMedium& operator=(const LoopMedium&) = delete;

  bool mounted() const { return mounted_; }
  const std::string& why() const { return why_; }

  const std::filesystem::path& path() const { return mount_point_; }
  const std::filesystem::path& image() const { return image_; }
  const std::string& device() const { return device_; }  // "/dev/loop3"

  // These fail the test if they cannot be done.
  void protect();             // only to be read from now on
  void fill();                // until not a byte goes in
  void unplug();              // unmounted, the mount point stays
  void plug_in();             // after unplug
  void tear_off();            // the device is gone while it is mounted: all I/O fails from now on
  std::string bytes() const;  // of the image, as they lie there
  void change(std::uint64_t at, char byte) const;  // one byte of the image, behind its back

 private:
  bool make_file_system(const LoopWish& wish);
  bool attach_and_mount();
  bool mount();
  void unmount();
  bool cannot(const std::string& what);  // false, having noted why

  TemporaryDirectory place_;
  std::filesystem::path image_, mount_point_;
  std::string file_system_, device_, why_;
  bool mounted_ = false;
};

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.refusal().code;
}

}  // namespace letopis::archive

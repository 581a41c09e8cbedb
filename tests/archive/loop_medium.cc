#include "archive/loop_medium.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/mount.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "archive/descriptor.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 20;  // others attach loop devices at the same time
constexpr int kNoSuchProgram = 127;

fs::path image_in(const LoopWish& wish, const fs::path& place) {
  return (wish.folder.empty() ? place : wish.folder) /
         fmt::format("{}.image", place.filename().string());
}

}  // namespace

LoopMedium::LoopMedium(const LoopWish& wish)
    : image_(image_in(wish, place_.path())),
      mount_point_(place_.path() / "medium"),
      file_system_(wish.file_system) {
  fs::create_directory(mount_point_);
  if (make_file_system(wish)) attach_and_mount();
}

LoopMedium::~LoopMedium() {
  if (mounted_) unmount();
  std::error_code ignored;
  fs::remove(image_, ignored);
}

bool LoopMedium::cannot(const std::string& what) {
  why_ = fmt::format("no {} medium can be mounted here: {}", file_system_, what);
  return false;
}

bool LoopMedium::make_file_system(const LoopWish& wish) {
  std::ofstream(image_, std::ios::binary).put('\0');
  fs::resize_file(image_, wish.megabytes << 20);
  const auto program = "mkfs." + wish.file_system;
  const char* plainly = wish.file_system == "ext4" ? "-q -F -m 0" : "";
  const auto command = fmt::format("PATH=$PATH:/usr/sbin:/sbin; {} {} '{}' >/dev/null 2>&1",
                                   program, plainly, image_.string());
  const int ended = std::system(command.c_str());
  if (WIFEXITED(ended) && WEXITSTATUS(ended) == kNoSuchProgram) {
    return cannot(program + " is not installed");
  }
  return ended == 0 || cannot(program + " failed");
}

// The device detaches itself when nobody uses it any more: first it is held by the descriptor here,
// then by the mount.
bool LoopMedium::attach_and_mount() {
  const Descriptor control(::open("/dev/loop-control", O_RDWR | O_CLOEXEC));
  const Descriptor image(::open(image_.c_str(), O_RDWR | O_CLOEXEC));
  if (!control || !image) return cannot(fmt::format("loop devices: {}", std::strerror(errno)));
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const int number = ::ioctl(control.number(), LOOP_CTL_GET_FREE);
    if (number < 0) return cannot(fmt::format("loop devices: {}", std::strerror(errno)));
    device_ = fmt::format("/dev/loop{}", number);
    const Descriptor device(::open(device_.c_str(), O_RDWR | O_CLOEXEC));
    loop_config config{};
    config.fd = static_cast<__u32>(image.number());
    config.info.lo_flags = LO_FLAGS_AUTOCLEAR;
    if (device && ::ioctl(device.number(), LOOP_CONFIGURE, &config) == 0) return mount();
    if (errno != EBUSY) break;
  }
  return cannot(fmt::format("loop devices: {}", std::strerror(errno)));
}

bool LoopMedium::mount() {
  mounted_ = ::mount(device_.c_str(), mount_point_.c_str(), file_system_.c_str(), 0, "") == 0;
  if (mounted_) return true;
  return cannot(errno == ENODEV ? "the kernel does not know it" : std::strerror(errno));
}

void LoopMedium::unmount() {
  if (::umount2(mount_point_.c_str(), 0) != 0) ::umount2(mount_point_.c_str(), MNT_DETACH);
  mounted_ = false;
}

void LoopMedium::protect() {
  ASSERT_EQ(::mount("", mount_point_.c_str(), "", MS_REMOUNT | MS_RDONLY, ""), 0)
      << std::strerror(errno);
}

void LoopMedium::fill() {
  const Descriptor filler(::open((mount_point_ / "filler").c_str(), O_WRONLY | O_CREAT, 0644));
  ASSERT_TRUE(filler);
  for (std::size_t piece = 1u << 20; piece > 0;) {
    const std::string bytes(piece, 'x');
    if (::write(filler.number(), bytes.data(), bytes.size()) <= 0) piece /= 2;
  }
  ::fsync(filler.number());
  // Directories still have room for names of files that need no block: use up the inodes too.
  for (int number = 0;; ++number) {
    const auto name = mount_point_ / fmt::format("filler{}", number);
    const Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT, 0644));
    if (!file) break;
  }
}

void LoopMedium::unplug() { unmount(); }

void LoopMedium::plug_in() { ASSERT_TRUE(attach_and_mount()) << why_; }

// The image is cut to nothing and the device told so: what memory holds can still be read, as with
// a disk that was pulled out, and all else fails.
void LoopMedium::tear_off() {
  fs::resize_file(image_, 0);
  const Descriptor device(::open(device_.c_str(), O_RDWR | O_CLOEXEC));
  ASSERT_TRUE(device);
  ASSERT_EQ(::ioctl(device.number(), LOOP_SET_CAPACITY), 0) << std::strerror(errno);
}

std::string LoopMedium::bytes() const { return bytes_of_file(image_); }

void LoopMedium::change(std::uint64_t at, char byte) const {
  const Descriptor image(::open(image_.c_str(), O_RDWR | O_CLOEXEC));
  ASSERT_EQ(::pwrite(image.number(), &byte, 1, static_cast<off_t>(at)), 1);
}

}  // namespace letopis::archive

// The walk down sysfs, on trees made by hand as the kernel makes them.
#include "archive/physical_disk.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "archive/loop_medium.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// A sysfs in which devices can be plugged.
class PhysicalDisk : public ::testing::Test {
 protected:
  static constexpr const char* kVirtual = "virtual/block";

  const fs::path& sysfs() const { return place_.path(); }

  // Adds the device `name` under `devices/BUS`, known by its number. Yields its directory.
  fs::path add(const std::string& bus, const std::string& name, dev_t device) {
    auto directory = sysfs() / "devices" / bus / name;
    fs::create_directories(directory / "slaves");
    fs::create_directories(sysfs() / "dev/block");
    fs::create_directory_symlink(
        fs::path("../../devices") / bus / name,
        sysfs() / "dev/block" / fmt::format("{}:{}", ::major(device), ::minor(device)));
    return directory;
  }
  fs::path add_disk(const std::string& name, dev_t device) {
    return add("pci0000:00/block", name, device);
  }
  void add_partition(const std::string& disk, const std::string& name, dev_t device) {
    put_file(add("pci0000:00/block/" + disk, name, device) / "partition", "1\n");
  }
  void lay_on(const fs::path& device, const fs::path& below) {
    fs::create_directory_symlink(below, device / "slaves" / below.filename());
  }
  fs::path add_loop(const std::string& name, dev_t device, const std::string& file) {
    auto directory = add(kVirtual, name, device);
    fs::create_directory(directory / "loop");
    put_file(directory / "loop/backing_file", file + "\n");
    return directory;
  }
  Result<Whereabouts> ask(dev_t device) const {
    return whereabouts_of_device(device, "/mnt/a", sysfs());
  }
  Names disks_of(dev_t device) const {
    const auto found = ask(device);
    EXPECT_EQ(code_of(found), "");
    return found ? found->disks : Names{};
  }
  // The device of the file system on which temporary files lie.
  static dev_t own_device(const fs::path& path) {
    struct stat found {};
    EXPECT_EQ(::stat(path.c_str(), &found), 0);
    return found.st_dev;
  }

  TemporaryDirectory place_;
};

TEST_F(PhysicalDisk, DiskIsItselfAndAPartitionItsDisk) {
  RecordProperty("requirement", "ARC-03");
  add_disk("sda", makedev(8, 0));
  add_partition("sda", "sda1", makedev(8, 1));
  add_disk("nvme0n1", makedev(259, 0));
  add_partition("nvme0n1", "nvme0n1p2", makedev(259, 2));
  EXPECT_EQ(disks_of(makedev(8, 0)), Names{"sda"});
  EXPECT_EQ(disks_of(makedev(8, 1)), Names{"sda"});
  EXPECT_EQ(disks_of(makedev(259, 2)), Names{"nvme0n1"});
  EXPECT_FALSE(ask(makedev(8, 1))->memory);
}

TEST_F(PhysicalDisk, LogicalVolumeLiesOnEveryDiskBeneathIt) {
  RecordProperty("requirement", "ARC-03");
  const auto a = add_disk("sda", makedev(8, 0)), b = add_disk("sdb", makedev(8, 16));
  add_partition("sdb", "sdb1", makedev(8, 17));
  const auto crypt = add(kVirtual, "dm-0", makedev(253, 0));
  lay_on(crypt, b / "sdb1");
  const auto volume = add(kVirtual, "dm-1", makedev(253, 1));
  lay_on(volume, a);
  lay_on(volume, crypt);
  EXPECT_EQ(disks_of(makedev(253, 1)), (Names{"sda", "sdb"}));
  EXPECT_EQ(disks_of(makedev(253, 0)), Names{"sdb"});
}

TEST_F(PhysicalDisk, ArrayAndItsPartitionLieOnAllItsDisks) {
  RecordProperty("requirement", "ARC-03");
  const auto array = add(kVirtual, "md0", makedev(9, 0));
  lay_on(array, add_disk("sdb", makedev(8, 16)));
  lay_on(array, add_disk("sdc", makedev(8, 32)));
  put_file(add(std::string(kVirtual) + "/md0", "md0p1", makedev(259, 7)) / "partition", "1\n");
  EXPECT_EQ(disks_of(makedev(9, 0)), (Names{"sdb", "sdc"}));
  EXPECT_EQ(disks_of(makedev(259, 7)), (Names{"sdb", "sdc"}));
}

TEST_F(PhysicalDisk, BtrfsLiesOnAllItsDevices) {
  add_disk("sdb", makedev(8, 16));
  add_partition("sdb", "sdb1", makedev(8, 17));
  const auto c = add_disk("sdc", makedev(8, 32));
  const auto devices = sysfs() / "fs/btrfs/0a1b/devices";
  fs::create_directories(devices);
  fs::create_directory_symlink(sysfs() / "devices/pci0000:00/block/sdb/sdb1", devices / "sdb1");
  fs::create_directory_symlink(c, devices / "sdc");
  EXPECT_EQ(disks_of(makedev(8, 17)), (Names{"sdb", "sdc"}));
}

TEST_F(PhysicalDisk, ImageInAFileLiesWhereTheFileLies) {
  RecordProperty("requirement", "ARC-03");
  const auto image = place_.path() / "an image.img";
  put_file(image, "");
  add_disk("sdq", own_device(image));
  add_loop("loop0", makedev(7, 0), image.string());
  EXPECT_EQ(disks_of(makedev(7, 0)), Names{"sdq"});
}

TEST_F(PhysicalDisk, LoopOverALoopEndsAtTheDisk) {
  RecordProperty("requirement", "ARC-03");
  const auto image = place_.path() / "image", node = place_.path() / "loop0";
  put_file(image, "");
  if (::mknod(node.c_str(), S_IFBLK | 0600, makedev(7, 100)) != 0) {
    GTEST_SKIP() << "no device node can be made here";
  }
  add_disk("sdq", own_device(image));
  add_loop("loop100", makedev(7, 100), image.string());
  add_loop("loop101", makedev(7, 101), node.string());
  EXPECT_EQ(disks_of(makedev(7, 101)), Names{"sdq"});
}

TEST_F(PhysicalDisk, DeletedImageLiesWhereItsFolderLies) {
  const auto image = place_.path() / "image";
  add_disk("sdq", own_device(place_.path()));
  add_loop("loop0", makedev(7, 0), image.string() + " (deleted)");
  EXPECT_EQ(disks_of(makedev(7, 0)), Names{"sdq"});
  put_file(image.string() + " (deleted)", "so named from the beginning");
  EXPECT_EQ(disks_of(makedev(7, 0)), Names{"sdq"});
  add_loop("loop1", makedev(7, 1), "/nowhere/at/all (deleted)");
  EXPECT_EQ(code_of(ask(makedev(7, 1))), "media.disk_unknown");
  add_loop("loop2", makedev(7, 2), "");
  EXPECT_EQ(code_of(ask(makedev(7, 2))), "media.disk_unknown");
}

TEST_F(PhysicalDisk, MemoryIsToldFromDisks) {
  RecordProperty("requirement", "ARC-03");
  const auto zram = add(kVirtual, "zram0", makedev(252, 0));
  add(kVirtual, "ram15", makedev(1, 15));
  const auto mixed = add(kVirtual, "dm-0", makedev(253, 0));
  lay_on(mixed, zram);
  EXPECT_TRUE(ask(makedev(252, 0))->memory);
  EXPECT_TRUE(ask(makedev(1, 15))->memory);
  EXPECT_TRUE(ask(makedev(253, 0))->memory);
  EXPECT_EQ(disks_of(makedev(252, 0)), Names{"zram0"});
  lay_on(mixed, add_disk("rambler", makedev(8, 0)));
  EXPECT_FALSE(ask(makedev(253, 0))->memory);
  EXPECT_EQ(disks_of(makedev(253, 0)), (Names{"rambler", "zram0"}));
}

TEST_F(PhysicalDisk, WhatDoesNotSayWhereItLiesIsRefused) {
  add(kVirtual, "nbd0", makedev(43, 0));
  const auto refused = ask(makedev(43, 0));
  ASSERT_EQ(code_of(refused), "media.disk_unknown");
  EXPECT_EQ(refused.refusal().says.ru,
            "не узнать, на каком физическом диске лежит /mnt/a: "
            "устройство nbd0 не говорит, на чём стоит");
  EXPECT_EQ(refused.refusal().says.en,
            "there is no telling on which physical disk /mnt/a lies: "
            "the device nbd0 does not say what it stands on");
  EXPECT_EQ(code_of(ask(makedev(8, 99))), "media.disk_unknown") << "no such device";
}

TEST_F(PhysicalDisk, StackThatIsTooDeepOrTooBroadIsRefused) {
  auto below = add_disk("sda", makedev(8, 0));
  for (int layer = 0; layer <= kMaxDiskLayers; ++layer) {
    const auto above = add(kVirtual, fmt::format("dm-{}", layer), makedev(253, layer));
    lay_on(above, below);
    below = above;
  }
  EXPECT_EQ(disks_of(makedev(253, kMaxDiskLayers - 1)), Names{"sda"});
  EXPECT_EQ(code_of(ask(makedev(253, kMaxDiskLayers))), "media.disk_unknown");

  const auto broad = add(kVirtual, "md0", makedev(9, 0));
  for (int disk = 0; disk < kMaxDevicesBeneath; ++disk) {
    lay_on(broad, add_disk(fmt::format("d{}", disk), makedev(66, disk)));
  }
  EXPECT_EQ(code_of(ask(makedev(9, 0))), "media.disk_unknown");
}

TEST_F(PhysicalDisk, DevicesInACircleEndSomewhere) {
  const auto one = add(kVirtual, "dm-0", makedev(253, 0)),
             two = add(kVirtual, "dm-1", makedev(253, 1));
  lay_on(one, two);
  lay_on(two, one);
  EXPECT_EQ(code_of(ask(makedev(253, 0))), "media.disk_unknown");
}

TEST_F(PhysicalDisk, SerialIsTheDisksAndForADiskInACaseTheCases) {
  put_file(add_disk("vda", makedev(254, 0)) / "serial", "  VIRT 01\n");
  EXPECT_EQ(ask(makedev(254, 0))->serial, "VIRT 01");

  const auto port = sysfs() / "devices/usb1/1-2";
  const auto stick = add("usb1/1-2/1-2:1.0/host6/6:0:0:0/block", "sdb", makedev(8, 16));
  fs::create_directory_symlink("../..", stick / "device");
  put_file(sysfs() / "devices/usb1/idVendor", "1d6b\n");
  put_file(sysfs() / "devices/usb1/serial", "of the hub\n");
  put_file(port / "idVendor", "0951\n");
  EXPECT_EQ(ask(makedev(8, 16))->serial, "") << "a hub's number is not the stick's";
  put_file(port / "serial", "60A44C\x1b[31m\n");
  EXPECT_EQ(ask(makedev(8, 16))->serial, "60A44C[31m");

  const auto sata = add("pci0000:00/ata1/0:0:0:0/block", "sda", makedev(8, 0));
  fs::create_directory_symlink("../..", sata / "device");
  put_file(sata / "device/wwid", "naa.5000c500\n");
  EXPECT_EQ(ask(makedev(8, 0))->serial, "naa.5000c500");
  put_file(sata / "device/vpd_pg80",
           std::string("\0\x80\0\x08", 4) + " WD-1234" + std::string(100, 'x'));
  EXPECT_EQ(ask(makedev(8, 0))->serial.substr(0, 8), "WD-1234x");
  EXPECT_EQ(ask(makedev(8, 0))->serial.size(), 64u);
}

}  // namespace
}  // namespace letopis::archive

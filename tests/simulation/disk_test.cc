// The simulated disk loses what was not synced, and only that.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "simulation/memory_disk.h"

namespace letopis::simulation {
namespace {

MemoryDisk::Handle written(MemoryDisk& disk, const std::string& path, std::string_view bytes) {
  MemoryDisk::Handle handle;
  EXPECT_EQ(disk.create(path, handle), DiskAnswer::kOk);
  EXPECT_EQ(disk.append(handle, bytes), DiskAnswer::kOk);
  return handle;
}

// What is there after a power cut, for many fates.
std::set<std::string> fates(const std::function<void(MemoryDisk&)>& act, const std::string& path) {
  std::set<std::string> seen;
  for (unsigned fate = 0; fate < 200; ++fate) {
    MemoryDisk disk("/d");
    act(disk);
    Random random(fate);
    disk.cut_power();
    disk.restore_power(random);
    const auto files = disk.files();
    const auto found = files.find(path);
    seen.insert(found == files.end() ? "none" : "=" + found->second);
  }
  return seen;
}

TEST(Disk, SyncedBytesUnderASyncedNameStay) {
  const auto act = [](MemoryDisk& disk) {
    const auto handle = written(disk, "/d/a", "abc");
    EXPECT_EQ(disk.sync(handle), DiskAnswer::kOk);
    EXPECT_EQ(disk.sync_directory("/d"), DiskAnswer::kOk);
  };
  EXPECT_EQ(fates(act, "/d/a"), std::set<std::string>{"=abc"});
}

TEST(Disk, UnsyncedBytesAreTornAnywhere) {
  const auto act = [](MemoryDisk& disk) {
    const auto handle = written(disk, "/d/a", "ab");
    EXPECT_EQ(disk.sync(handle), DiskAnswer::kOk);
    EXPECT_EQ(disk.sync_directory("/d"), DiskAnswer::kOk);
    EXPECT_EQ(disk.append(handle, "cd"), DiskAnswer::kOk);
  };
  EXPECT_EQ(fates(act, "/d/a"),
            (std::set<std::string>{"=ab", "=abc", "=abcd", std::string("=ab\0\0", 5)}));
}

TEST(Disk, UnsyncedNamesComeAndGo) {
  const auto act = [](MemoryDisk& disk) {
    EXPECT_EQ(disk.sync(written(disk, "/d/a", "old")), DiskAnswer::kOk);
    EXPECT_EQ(disk.sync_directory("/d"), DiskAnswer::kOk);
    EXPECT_EQ(disk.sync(written(disk, "/d/a.new", "new")), DiskAnswer::kOk);
    EXPECT_EQ(disk.rename("/d/a.new", "/d/a"), DiskAnswer::kOk);
  };
  EXPECT_EQ(fates(act, "/d/a"), (std::set<std::string>{"=old", "=new"}));
  EXPECT_EQ(fates(act, "/d/a.new"), (std::set<std::string>{"none", "=new"}));
}

TEST(Disk, FilesGoWithADirectoryThatWasNotSynced) {
  const auto act = [](MemoryDisk& disk) {
    EXPECT_EQ(disk.make_directory("/d/e"), DiskAnswer::kOk);
    EXPECT_EQ(disk.sync(written(disk, "/d/e/a", "abc")), DiskAnswer::kOk);
    EXPECT_EQ(disk.sync_directory("/d/e"), DiskAnswer::kOk);
  };
  EXPECT_EQ(fates(act, "/d/e/a"), std::set<std::string>{"none"});
}

TEST(Disk, FailsAndFillsOnOrder) {
  MemoryDisk disk("/d");
  const auto handle = written(disk, "/d/a", "");
  disk.fail_after(1);
  EXPECT_EQ(disk.append(handle, "a"), DiskAnswer::kOk);
  EXPECT_EQ(disk.sync(handle), DiskAnswer::kBroken);
  EXPECT_EQ(disk.sync(handle), DiskAnswer::kOk);
  disk.be_full(7);
  EXPECT_EQ(disk.room(), 7u);
  EXPECT_EQ(disk.append(handle, "b"), DiskAnswer::kNoRoom);
  disk.have_room();
  EXPECT_EQ(disk.append(handle, "b"), DiskAnswer::kOk);
  disk.cut_power_after(0);
  EXPECT_EQ(disk.append(handle, "c"), DiskAnswer::kBroken);
  EXPECT_FALSE(disk.powered());
}

}  // namespace
}  // namespace letopis::simulation

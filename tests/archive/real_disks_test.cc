// Where things lie on the machine that runs the tests, and on real images that it mounts.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cstring>

#include "archive/loop_medium.h"
#include "archive/mount.h"
#include "archive/stand_apart.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

Kept kept(const fs::path& path, bool servers_own = false) {
  auto where = whereabouts_of(path);
  EXPECT_EQ(code_of(where), "") << path;
  if (!where) return {};
  return {*where, {path.string(), path.string()}, servers_own};
}

TEST(RealDisks, SharedMemoryIsMemory) {
  RecordProperty("requirement", "ARC-03");
  const auto where = whereabouts_of("/dev/shm");
  ASSERT_EQ(code_of(where), "");
  EXPECT_TRUE(where->memory);
  EXPECT_EQ(where->file_system, "tmpfs");
  EXPECT_TRUE(where->disks.empty());
}

TEST(RealDisks, RootLiesOnADiskThatIsThere) {
  const auto where = whereabouts_of("/");
  if (!where && where.refusal().code == "media.disk_unknown") {
    GTEST_SKIP() << "the root of this machine is in layers: " << where.refusal().says.en;
  }
  ASSERT_EQ(code_of(where), "");
  ASSERT_FALSE(where->disks.empty());
  for (const auto& disk : where->disks) {
    EXPECT_TRUE(fs::exists("/sys/block/" + disk)) << disk;
    EXPECT_FALSE(fs::exists("/sys/block/" + disk + "/partition")) << disk;
  }
  EXPECT_FALSE(where->memory);
  EXPECT_FALSE(where->file_system.empty());
  struct stat found {};
  ASSERT_EQ(::stat("/", &found), 0);
  EXPECT_EQ(where->device, found.st_dev);
}

TEST(RealDisks, PathThatIsNotThereIsAbsent) {
  const auto where = whereabouts_of("/no/such/medium");
  ASSERT_EQ(code_of(where), "media.absent");
  EXPECT_NE(where.refusal().says.ru.find("/no/such/medium"), std::string::npos);
}

TEST(RealDisks, FileSystemWithoutADiskIsRefused) {
  const auto where = whereabouts_of("/proc");
  ASSERT_EQ(code_of(where), "media.disk_unknown");
  EXPECT_NE(where.refusal().says.en.find("proc"), std::string::npos);
}

// An image is a medium of its own to the eye, yet it is lost with the disk where its file lies.
TEST(RealDisks, MountedImageLiesOnTheDiskOfItsFile) {
  RecordProperty("requirement", "ARC-03");
  LoopMedium one, other;
  if (!one.mounted() || !other.mounted()) GTEST_SKIP() << (one.mounted() ? other : one).why();
  const auto server = whereabouts_of(one.image().parent_path());
  if (!server) GTEST_SKIP() << server.refusal().says.en;
  const auto where = whereabouts_of(one.path());
  ASSERT_EQ(code_of(where), "");
  EXPECT_EQ(where->disks, server->disks);
  EXPECT_EQ(where->file_system, "ext4");
  EXPECT_EQ(where->mount_source, one.device());
  EXPECT_FALSE(where->read_only);
  EXPECT_FALSE(where->memory);
  EXPECT_NE(where->device, server->device);

  EXPECT_EQ(code_of(stand_apart(kept(one.path()), kept(other.path()))), "media.same_disk");
  EXPECT_EQ(code_of(stand_apart(kept(one.path()), kept(one.image().parent_path(), true))),
            "media.servers_disk");
  one.protect();
  EXPECT_TRUE(whereabouts_of(one.path())->read_only);
  fs::remove(one.image());
  EXPECT_EQ(whereabouts_of(one.path())->disks, server->disks) << "though its name is gone";
}

TEST(RealDisks, ImageInAnImageStillLiesOnTheOneDisk) {
  RecordProperty("requirement", "ARC-03");
  const LoopMedium outer({.megabytes = 32});
  if (!outer.mounted()) GTEST_SKIP() << outer.why();
  const LoopMedium inner({.folder = outer.path()});
  ASSERT_TRUE(inner.mounted()) << inner.why();
  const auto where = whereabouts_of(inner.path()),
             server = whereabouts_of(fs::temp_directory_path());
  if (!server) GTEST_SKIP() << server.refusal().says.en;
  ASSERT_EQ(code_of(where), "");
  EXPECT_EQ(where->disks, server->disks);
  EXPECT_EQ(code_of(stand_apart(kept(outer.path()), kept(inner.path()))), "media.same_disk");
}

TEST(RealDisks, ImageInMemoryIsMemory) {
  RecordProperty("requirement", "ARC-03");
  const LoopMedium medium({.folder = "/dev/shm"}), other;
  if (!medium.mounted() || !other.mounted())
    GTEST_SKIP() << (medium.mounted() ? other : medium).why();
  EXPECT_TRUE(whereabouts_of(medium.path())->memory);
  EXPECT_EQ(code_of(stand_apart(kept(medium.path()), kept(other.path()))), "media.memory");
}

TEST(RealDisks, SourceIsNamedAsItWasGiven) {
  const TemporaryDirectory place;
  const std::string source = "a b\\040\tc";
  if (::mount(source.c_str(), place.path().c_str(), "tmpfs", 0, "size=4096") != 0) {
    GTEST_SKIP() << "nothing can be mounted here: " << std::strerror(errno);
  }
  const auto where = whereabouts_of(place.path());
  const auto mount = mount_of(place.path());
  ::umount2(place.path().c_str(), MNT_DETACH);
  ASSERT_EQ(code_of(where), "");
  EXPECT_EQ(where->mount_source, source);
  EXPECT_TRUE(mount->path_is_root);
}

TEST(RealDisks, StickWithFatIsFoundToo) {
  const LoopMedium medium({.file_system = "vfat"});
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  EXPECT_EQ(whereabouts_of(medium.path())->file_system, "vfat");
}

}  // namespace
}  // namespace letopis::archive

// A disk that fills up, fails, loses its power, or keeps other bytes than were written.
#include <gtest/gtest.h>

#include <vector>

#include "shelf/shelf.h"
#include "simulation/faulty_file_system.h"

namespace letopis::shelf {
namespace {

using simulation::MemoryDisk;

class FailingDiskTest : public ::testing::Test {
 protected:
  Result<std::unique_ptr<Shelf>> try_open() {
    Resources resources;
    resources.env = env_.get();
    return Shelf::open("/disk/shelf", resources);
  }
  std::unique_ptr<Shelf> open() {
    auto opened = try_open();
    EXPECT_TRUE(opened) << (opened ? "" : opened.refusal().says.en);
    return std::move(opened).value();
  }
  static void put(Shelf& shelf, const std::string& key, const std::string& value) {
    shelf.write(std::vector<Change>{{key + ".1", value}, {key + ".2", value}});
  }
  // The journal of writes that are in no table yet.
  std::string journal() const {
    std::string found;
    for (const auto& [path, bytes] : disk_.files()) {
      if (path.ends_with(".log") && !bytes.empty()) found = path;
    }
    return found;
  }

  MemoryDisk disk_{"/disk"};
  std::unique_ptr<rocksdb::Env> env_ = simulation::make_faulty_env(disk_);
};

TEST_F(FailingDiskTest, AWriteThatReturnedOutlivesALossOfPower) {
  for (unsigned fate = 0; fate < 20; ++fate) {
    simulation::Random random(fate);
    const auto key = std::to_string(fate);
    auto shelf = open();
    put(*shelf, key, "v");
    disk_.cut_power();
    shelf.reset();
    disk_.restore_power(random);
    shelf = open();
    EXPECT_EQ(shelf->get(key + ".1"), "v") << fate;
    EXPECT_EQ(shelf->get(key + ".2"), "v") << fate;
  }
}

TEST_F(FailingDiskTest, AWriteThatWasCutOffIsThereWholeOrNotAtAll) {
  int whole = 0, absent = 0;
  for (unsigned fate = 0; fate < 60; ++fate) {
    simulation::Random random(fate);
    const auto key = std::to_string(fate);
    auto shelf = open();
    disk_.cut_power_after(1 + fate % 3);
    EXPECT_THROW(
        {
          for (int i = 0; i < 10; ++i) put(*shelf, key, std::string(600, 'v'));
        },
        ShelfFailure);
    shelf.reset();
    disk_.restore_power(random);
    shelf = open();
    const auto first = shelf->get(key + ".1"), second = shelf->get(key + ".2");
    EXPECT_EQ(first, second) << fate;
    ++(first ? whole : absent);
  }
  EXPECT_GT(whole, 0);
  EXPECT_GT(absent, 0);
}

TEST_F(FailingDiskTest, AFullDiskIsToldAndWhenThereIsRoomAgainWritingGoesOn) {
  const auto shelf = open();
  put(*shelf, "before", "v");
  disk_.be_full(0);
  try {
    put(*shelf, "full", "v");
    FAIL() << "a full disk took a write";
  } catch (const ShelfFailure& failure) {
    EXPECT_EQ(failure.kind(), ShelfFailure::Kind::kNoRoom);
  }
  EXPECT_THROW(put(*shelf, "full", "v"), ShelfFailure);
  EXPECT_EQ(shelf->get("before.1"), "v");
  disk_.have_room();
  put(*shelf, "after", "v");
  EXPECT_EQ(shelf->get("before.1"), "v");
  EXPECT_EQ(shelf->get("after.2"), "v");
}

TEST_F(FailingDiskTest, ADiskThatFailsOnceFailsThatWriteAndTheNextGoesOn) {
  const auto shelf = open();
  put(*shelf, "before", "v");
  disk_.fail_after(0);
  EXPECT_THROW(put(*shelf, "lost", "v"), ShelfFailure);
  put(*shelf, "after", "v");
  EXPECT_EQ(shelf->get("before.2"), "v");
  EXPECT_EQ(shelf->get("after.1"), "v");
}

TEST_F(FailingDiskTest, AByteChangedAmongWritesThatReturnedIsSeenAndNotSkipped) {
  auto shelf = open();
  for (int i = 0; i < 50; ++i) put(*shelf, std::to_string(i), std::string(100, 'v'));
  disk_.cut_power();  // so that closing writes no table
  shelf.reset();
  simulation::Random random(1);
  disk_.restore_power(random);
  const auto path = journal();
  auto bytes = disk_.files().at(path);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  disk_.set_bytes(path, bytes);
  const auto opened = try_open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.refusal().code, "shelf.damaged");
}

}  // namespace
}  // namespace letopis::shelf

// A real disk that is really full: a small one in memory, mounted for this test alone.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cstring>
#include <fstream>

#include "ledger/tiny_school.h"

namespace letopis::simulation {
namespace {

namespace fs = std::filesystem;
using ledger::code_of;

constexpr std::uint64_t kMegabyte = 1u << 20;
constexpr std::uint16_t kMarks = 4'000;  // of one command: some megabytes in the store

// A disk of so many bytes, while it lives. `why` says why there is none.
class SmallDisk {
 public:
  explicit SmallDisk(std::uint64_t bytes) {
    const auto options = "size=" + std::to_string(bytes);
    mounted_ = ::mount("none", place_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
    if (!mounted_) why_ = std::strerror(errno);
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(place_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }
  const std::string& why() const { return why_; }
  const fs::path& path() const { return place_.path(); }
  // Fills the disk until so many bytes are free.
  void leave(std::uint64_t bytes) const {
    fs::remove(path() / "filler");
    const std::string block(kMegabyte / 4, 'x');
    std::ofstream filler(path() / "filler", std::ios::binary);
    while (filler && fs::space(path()).available > bytes) {
      filler.write(block.data(), static_cast<std::streamsize>(block.size())).flush();
    }
  }
  void make_room() const { fs::remove(path() / "filler"); }

 private:
  ledger::TemporaryDirectory place_;
  bool mounted_ = false;
  std::string why_;
};

TEST(FullDisk, RefusesCleanlyAndGoesOnWhenThereIsRoom) {
  const SmallDisk disk(256 * kMegabyte);
  if (!disk.mounted()) GTEST_SKIP() << "no disk can be mounted here: " << disk.why();
  ledger::TinySchool school({.directory = disk.path() / "data"});
  school.found();
  const auto text = ledger::text_about(10, "Иванова");
  ASSERT_TRUE(school.append({&school.director, {ledger::changed(text)}, {text}}));
  const auto size = school.size();

  disk.leave(ledger::kRoomKeptFree - kMegabyte);
  const auto refused = school.sign({&school.teacher, {ledger::mark(1, 10)}});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(code_of(school.log().append(refused)), "ledger.no_room");
    EXPECT_EQ(school.size(), size);
    EXPECT_EQ(school.log().texts().find({10}, events::commit(text)), "Иванова");
  }
  disk.make_room();
  const auto accepted = school.log().append(refused);
  ASSERT_EQ(code_of(accepted), "");
  EXPECT_FALSE(accepted->seen_before);
  EXPECT_EQ(school.size(), size + 1);
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

// The reserve is gone too, taken by another program in the middle of a write.
TEST(FullDisk, WriteThatRunsOutOfRoomIsNeverHalfThere) {
  const SmallDisk disk(256 * kMegabyte);
  if (!disk.mounted()) GTEST_SKIP() << "no disk can be mounted here: " << disk.why();
  ledger::TinySchool school({.directory = disk.path() / "data"});
  school.found();
  school.admit = [&](auto, auto, const auto&, auto) -> Outcome {
    disk.leave(0);  // between the look at the disk and the write
    return Done{};
  };
  // RocksDB holds some room for its journal beforehand: write until that is used up.
  std::optional<ledger::Command> lost;
  std::uint64_t size = 4;
  for (std::uint32_t lesson = 1; !lost && lesson <= 40; ++lesson) {
    std::vector<events::Fact> facts;
    for (std::uint32_t i = 0; i < kMarks; ++i) facts.push_back(ledger::mark(lesson, i + 1));
    const auto command = school.sign({&school.teacher, facts});
    disk.make_room();
    const auto outcome = school.log().append(command);
    if (outcome) {
      size += kMarks;
    } else {
      EXPECT_EQ(code_of(outcome), "ledger.unknown");
      lost = command;
    }
  }
  ASSERT_TRUE(lost) << "the disk never filled";
  // Still nobody knows whether it was written, so nobody says that it was not.
  EXPECT_EQ(code_of(school.log().append(*lost)), "ledger.unknown");
  EXPECT_EQ(school.size(), size) << "what is there can be read";
  school.admit = {};
  disk.make_room();
  const auto accepted = school.log().append(*lost);
  ASSERT_EQ(code_of(accepted), "");
  EXPECT_EQ(accepted->place, (ledger::CommandPlace{{size}, kMarks}));
  EXPECT_EQ(school.size(), size + kMarks);
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

}  // namespace
}  // namespace letopis::simulation

#include "witness/history.h"

#include <gtest/gtest.h>

#include "witness/grown_log.h"

namespace letopis::witness {
namespace {

namespace fs = std::filesystem;

class Histories : public testing::Test {
 protected:
  fs::path file() const { return folder_.path() / "history"; }
  fs::path head() const { return folder_.path() / "head"; }
  static KeptCheckpoint kept(std::uint64_t size) {
    return {{1'000 + size}, GrownLog("letopis.example/school").note(size)};
  }
  std::vector<KeptCheckpoint> all() const {
    std::vector<KeptCheckpoint> found;
    History(folder_.path()).for_each([&](const KeptCheckpoint& one) {
      found.push_back(one);
      return true;
    });
    return found;
  }
  const Folder folder_;
};

TEST_F(Histories, ANewOneIsEmpty) {
  EXPECT_FALSE(History(folder_.path()).head());
  EXPECT_TRUE(all().empty());
}

TEST_F(Histories, KeepsInOrder) {
  for (const std::uint64_t size : {1U, 2U, 3U}) History(folder_.path()).keep(kept(size));
  EXPECT_EQ(all(), (std::vector{kept(1), kept(2), kept(3)}));
  EXPECT_EQ(History(folder_.path()).head(), kept(3).note);
}

TEST_F(Histories, AWholeRecordBehindTheHeadBecomesTheHead) {
  History(folder_.path()).keep(kept(1));
  const auto before = read_file(head());
  History(folder_.path()).keep(kept(2));
  write_file(head(), before);
  EXPECT_EQ(History(folder_.path()).head(), kept(2).note);
  EXPECT_EQ(all().size(), 2u);
}

TEST_F(Histories, ATornRecordIsCutOffAtEveryLength) {
  History(folder_.path()).keep(kept(1));
  const auto head_before = read_file(head());
  const auto length = fs::file_size(file());
  History(folder_.path()).keep(kept(2));
  const auto whole = read_file(file());
  for (auto cut = length; cut < whole.size(); ++cut) {
    write_file(head(), head_before);
    write_file(file(), whole.substr(0, cut));
    EXPECT_EQ(History(folder_.path()).head(), kept(1).note) << cut;
    EXPECT_EQ(fs::file_size(file()), length) << cut;
  }
}

TEST_F(Histories, AFileAsideDisturbsNothing) {
  History(folder_.path()).keep(kept(1));
  write_file(folder_.path() / "head.part", "half");
  History(folder_.path()).keep(kept(2));
  EXPECT_EQ(History(folder_.path()).head(), kept(2).note);
}

TEST_F(Histories, AShortenedHistoryStopsTheWitness) {
  History(folder_.path()).keep(kept(1));
  write_file(file(), "");
  EXPECT_THROW(History(folder_.path()), std::runtime_error);
}

TEST_F(Histories, AChangedRecordIsNoticed) {
  History(folder_.path()).keep(kept(1));
  History(folder_.path()).keep(kept(2));
  auto bytes = read_file(file());
  bytes[100] = static_cast<char>(bytes[100] ^ 1);
  write_file(file(), bytes);
  EXPECT_THROW(all(), std::runtime_error);
}

TEST_F(Histories, WithoutItsHeadTheHistoryStillKnowsIt) {
  History(folder_.path()).keep(kept(1));
  History(folder_.path()).keep(kept(2));
  fs::remove(head());
  EXPECT_EQ(History(folder_.path()).head(), kept(2).note);
}

TEST_F(Histories, AHeadOfAnotherShapeStopsTheWitness) {
  History(folder_.path()).keep(kept(1));
  write_file(head(), "letopis witness head v9\nhistory 1\n\nx");
  EXPECT_THROW(History(folder_.path()), std::runtime_error);
}

}  // namespace
}  // namespace letopis::witness

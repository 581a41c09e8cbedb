// Tools that know only the public specifications agree with what we write.
#include <gmock/gmock.h>

#include "end_to_end/lived_school.h"

namespace letopis::end_to_end {
namespace {

class Stranger : public testing::Test {
 protected:
  void SetUp() override {
    if (!is_installed("python3") || !is_installed("openssl")) {
      GTEST_SKIP() << "python3 or openssl is not here";
    }
  }
  static Ran ask(const std::vector<std::string>& words) {
    std::vector<std::string> all{LETOPIS_STRANGER};
    all.insert(all.end(), words.begin(), words.end());
    return run("python3", all);
  }
  std::filesystem::path tiles() const { return scratch_.path() / "tiles"; }
  void write_tiles() const {
    const auto ran =
        letopis({"tiles", "--data", lived_school().data.string(), "--out", tiles().string()});
    ASSERT_EQ(ran.exit, 0) << ran.errors;
  }

  const office::ScratchDirectory scratch_{"letopis-stranger"};
};

TEST_F(Stranger, AgreesWithCheckpointTilesAndEntries) {
  RecordProperty("requirement", "ARC-05");
  write_tiles();
  const auto ran = ask({"tree", tiles().string()});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
}

TEST_F(Stranger, FindsAChangedByteOfAnyTile) {
  write_tiles();
  for (const auto* name : {"tile/entries/003", "tile/0/001", "tile/1/000.p/70", "checkpoint"}) {
    const auto file = tiles() / name;
    if (!std::filesystem::exists(file)) continue;
    const auto before = read_whole(file);
    auto bytes = before;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x01);
    write_whole(file, bytes);
    EXPECT_EQ(ask({"tree", tiles().string()}).exit, 1) << name;
    write_whole(file, before);
  }
}

TEST_F(Stranger, AgreesWithReceipts) {
  for (const auto* position : {"0", "1", "4095", "4096", "9999"}) {
    const auto prefix = (scratch_.path() / position).string();
    ASSERT_EQ(letopis({"receipt", "--data", lived_school().data.string(), "--position", position,
                       "--out", prefix})
                  .exit,
              0);
    const auto key = (lived_school().data / "log.vkey").string();
    const auto ran = ask({"receipt", prefix + ".tlog-proof", prefix + ".entry", key});
    EXPECT_EQ(ran.exit, 0) << position << ran.out << ran.errors;
    const auto other = (scratch_.path() / "0").string() + ".entry";
    if (std::string(position) != "0") {
      EXPECT_EQ(ask({"receipt", prefix + ".tlog-proof", other, key}).exit, 1) << position;
    }
  }
}

TEST_F(Stranger, TilesGoIntoAnEmptyFolderOnly) {
  write_tiles();
  EXPECT_EQ(
      letopis({"tiles", "--data", lived_school().data.string(), "--out", tiles().string()}).exit,
      2);
}

}  // namespace
}  // namespace letopis::end_to_end

#include <gmock/gmock.h>

#include "end_to_end/lived_school.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

class Receipts : public testing::Test {
 protected:
  void SetUp() override {
    const auto ran = letopis({"receipt", "--data", lived_school().data.string(), "--position",
                              "4000", "--out", prefix().string()});
    ASSERT_EQ(ran.exit, 0) << ran.errors;
  }
  std::filesystem::path prefix() const { return scratch_.path() / "mark"; }
  std::string proof() const { return prefix().string() + ".tlog-proof"; }
  std::string entry() const { return prefix().string() + ".entry"; }
  static std::string key() { return (lived_school().data / "log.vkey").string(); }

  const office::ScratchDirectory scratch_{"letopis-receipt"};
};

TEST_F(Receipts, AreCheckedWithAKeyAlone) {
  const auto ran = letopis({"verify", proof(), "--log-key", key()});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("✓ КВИТАНЦИЯ ВЕРНА"));
  EXPECT_THAT(ran.out, HasSubstr("запись № 4000"));
}

TEST_F(Receipts, TakeTheKeyAsTextToo) {
  auto text = read_whole(key());
  text.pop_back();
  EXPECT_EQ(letopis({"verify", proof(), "--log-key", text}).exit, 0);
}

TEST_F(Receipts, AChangedEntryFails) {
  auto bytes = read_whole(entry());
  bytes.back() = static_cast<char>(bytes.back() ^ 0x01);
  write_whole(entry(), bytes);
  const auto ran = letopis({"verify", proof(), "--log-key", key()});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, HasSubstr("✗ КВИТАНЦИЯ НЕ ПРОШЛА ПРОВЕРКУ"));
}

TEST_F(Receipts, AnotherLogsKeyIsNoTrustedKey) {
  const office::ScratchDirectory other("letopis-other");
  const auto data = other.path() / "log";
  ASSERT_EQ(
      letopis({"demo", "--pupils", "12", "--seed", "9", "--json", "--data", data.string()}).exit,
      0);
  EXPECT_EQ(letopis({"verify", proof(), "--log-key", (data / "log.vkey").string()}).exit, 5);
  EXPECT_EQ(letopis({"verify", proof()}).exit, 5);
}

TEST_F(Receipts, WhatIsNoReceiptIsUnreadable) {
  write_whole(proof(), "hello\n");
  EXPECT_EQ(letopis({"verify", proof(), "--log-key", key()}).exit, 2);
}

TEST_F(Receipts, NeverWriteOverAFile) {
  const auto ran = letopis({"receipt", "--data", lived_school().data.string(), "--position", "1",
                            "--out", prefix().string()});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("уже есть"));
}

}  // namespace
}  // namespace letopis::end_to_end

#include "witness/witness_files.h"

#include <gtest/gtest.h>

#include "witness/grown_log.h"

namespace letopis::witness {
namespace {

class WitnessFiles : public testing::Test {
 protected:
  std::filesystem::path at() const { return folder_.path() / "w"; }
  static signing::Secret32 seed() { return signing::Secret32::derive(bytes_of("test"), "witness"); }
  template <class T>
  static std::string code_of(const Result<T>& result) {
    return result ? "" : result.refusal().code;
  }
  const Folder folder_;
  const GrownLog log_{"letopis.example/school"};
};

TEST_F(WitnessFiles, AreReadBack) {
  const auto key = create_witness(at(), "w.example/one", seed());
  ASSERT_TRUE(key);
  const auto read = read_witness_key(at());
  ASSERT_TRUE(read);
  EXPECT_EQ(signing::witness_verifier_key(read->name, read->key.public_key()), *key);
  ASSERT_TRUE(add_log(at(), log_.verifier_key()));
  EXPECT_EQ(read_logs(at())->logs.front().key, log_.verifier_key());
}

TEST_F(WitnessFiles, TheKeyIsForItsOwnerAlone) {
  ASSERT_TRUE(create_witness(at(), "w", seed()));
  const auto mode = std::filesystem::status(at() / "witness.key").permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(WitnessFiles, ANameIsThatOfAKey) {
  EXPECT_EQ(code_of(create_witness(at(), "", seed())), "witness.name");
  EXPECT_EQ(code_of(create_witness(at(), "a b", seed())), "witness.name");
  EXPECT_EQ(code_of(create_witness(at(), "a+b", seed())), "witness.name");
}

TEST_F(WitnessFiles, ADirectoryInUseIsLeftAlone) {
  ASSERT_TRUE(create_witness(at(), "w", seed()));
  EXPECT_EQ(code_of(create_witness(at(), "w", seed())), "witness.directory_used");
}

TEST_F(WitnessFiles, WhatIsNoWitnessIsMissing) {
  EXPECT_EQ(code_of(read_witness_key(at())), "witness.missing");
  EXPECT_EQ(code_of(read_logs(at())), "witness.missing");
  EXPECT_EQ(code_of(add_log(at(), log_.verifier_key())), "witness.missing");
}

TEST_F(WitnessFiles, AKeyThatIsNotTheNamesIsUnreadable) {
  ASSERT_TRUE(create_witness(at(), "w", seed()));
  write_file(at() / "witness.key", std::string(64, '0') + "\n");
  EXPECT_EQ(code_of(read_witness_key(at())), "witness.unreadable");
}

TEST_F(WitnessFiles, ALogIsAddedOnceAndOnlyByALogsKey) {
  const auto key = create_witness(at(), "w", seed());
  ASSERT_TRUE(key);
  EXPECT_EQ(code_of(add_log(at(), *key)), "witness.log_key");
  ASSERT_TRUE(add_log(at(), log_.verifier_key()));
  EXPECT_EQ(code_of(add_log(at(), log_.verifier_key())), "witness.log_known");
}

}  // namespace
}  // namespace letopis::witness

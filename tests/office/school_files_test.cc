#include "office/school_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "office/scratch_directory.h"

namespace letopis::office {
namespace {

namespace fs = std::filesystem;

const SchoolProfile kTrial{"letopis.example/trial", TrialOrigin{1, 600}};

TEST(SchoolFiles, AProfileIsReadAsItWasPrinted) {
  EXPECT_EQ(*parse_profile(print_profile(kTrial)), kTrial);
  const SchoolProfile real{"letopis.example/nn125", std::nullopt};
  EXPECT_EQ(*parse_profile(print_profile(real)), real);
}

TEST(SchoolFiles, AnyOtherProfileIsRefused) {
  for (const auto* wrong :
       {"", "null", "[]", "{", R"({"format":1,"origin":"a"})",
        R"({"format":2,"origin":"a","trial":null})", R"({"format":1,"origin":"","trial":null})",
        R"({"format":1,"origin":"a b","trial":null})",
        R"({"format":1,"origin":"a","trial":null,"more":1})",
        R"({"format":1,"origin":"a","trial":{"seed":1}})",
        R"({"format":1,"origin":"a","trial":{"seed":-1,"pupils":5}})",
        R"({"format":1,"origin":"a","trial":{"seed":1,"pupils":0}})",
        R"({"format":1,"origin":"a","trial":{"seed":1,"pupils":5001}})",
        R"({"format":1,"origin":"a","trial":{"seed":1.5,"pupils":5}})",
        R"({"format":1,"origin":5,"trial":null})", R"({"format":1,"origin":"a","trial":null} x)"}) {
    const auto read = parse_profile(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.refusal().code, "school.profile") << wrong;
  }
}

class SchoolDirectory : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(create_school_files(path(), kTrial, seed_)); }
  fs::path path() const { return scratch_.path() / "school"; }
  void write(const fs::path& file, std::string_view text) const {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  }
  const ScratchDirectory scratch_{"letopis-school-files"};
  const signing::Secret32 seed_ = signing::Secret32::random();
};

TEST_F(SchoolDirectory, IsReadBack) {
  EXPECT_EQ(*read_profile(path()), kTrial);
  const auto key = read_log_key(path());
  const auto verifier = read_verifier_key(school_files(path()).verifier_key);
  ASSERT_TRUE(key && verifier);
  EXPECT_EQ(key->public_key(), signing::PrivateKey(seed_).public_key());
  EXPECT_EQ(*verifier, signing::log_verifier_key(kTrial.origin, key->public_key()));
}

TEST_F(SchoolDirectory, TheKeyIsForItsOwnerAlone) {
  const auto mode = fs::status(school_files(path()).key).permissions();
  EXPECT_EQ(mode, fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SchoolDirectory, NobodyElseEnters) {
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_all);
  const auto deep = path() / "a" / "b" / "";
  ASSERT_TRUE(create_school_files(deep, kTrial, seed_));
  EXPECT_EQ(*read_profile(deep), kTrial);
}

TEST_F(SchoolDirectory, IsNeverMadeOverAnything) {
  const auto again = create_school_files(path(), kTrial, seed_);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.refusal().code, "school.directory_used");
}

TEST_F(SchoolDirectory, ABrokenKeyIsRefused) {
  for (const auto* wrong : {"", "abc\n", "no newline"}) {
    write(school_files(path()).key, wrong);
    EXPECT_FALSE(read_log_key(path())) << wrong;
    write(school_files(path()).verifier_key, wrong);
    EXPECT_FALSE(read_verifier_key(school_files(path()).verifier_key)) << wrong;
  }
}

TEST_F(SchoolDirectory, WhatIsMissingIsNamed) {
  fs::remove(school_files(path()).key);
  EXPECT_EQ(read_log_key(path()).refusal().code, "school.file_missing");
  fs::remove(school_files(path()).profile);
  EXPECT_EQ(read_profile(path()).refusal().code, "school.missing");
  EXPECT_EQ(read_profile(path() / "nowhere").refusal().code, "school.missing");
}

TEST_F(SchoolDirectory, AFileTooLongIsRefused) {
  write(school_files(path()).profile, std::string(kMaxSchoolFileBytes + 1, ' '));
  EXPECT_EQ(read_profile(path()).refusal().code, "school.too_long");
}

}  // namespace
}  // namespace letopis::office

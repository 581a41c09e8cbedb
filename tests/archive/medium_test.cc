#include "archive/medium.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cctype>

#include "archive/loop_medium.h"
#include "signing/encoding.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

MediumIdentity identity_of(std::uint32_t number, std::string_view log = "log",
                           std::string_view token = "token") {
  return {{signing::sha256(bytes_of(log))}, {number}, signing::sha256(bytes_of(token)).bytes};
}

RegisteredMedium registered(const MediumIdentity& identity) {
  return {identity.log, identity.medium, identity_digest(identity)};
}

TEST(Identity, IsPrintedAsTheFormatSays) {
  MediumIdentity identity;
  identity.medium = {2};
  identity.log.bytes.bytes.fill(std::byte{0xab});
  const auto text = print_identity(identity);
  std::string log, token(64, '0');
  for (int i = 0; i < 32; ++i) log += "ab";
  EXPECT_EQ(text, "letopis medium v1\nlog-id " + log + "\nmedium 2\ntoken " + token + "\n");
  EXPECT_EQ(identity_digest(identity), signing::sha256(bytes_of(text)));
}

TEST(Identity, IsReadBackAndTheLongestFitsTheLimit) {
  for (const std::uint32_t number : {1u, 2u, 4'294'967'295u}) {
    const auto identity = identity_of(number);
    const auto read = parse_identity(print_identity(identity));
    ASSERT_EQ(code_of(read), "");
    EXPECT_EQ(*read, identity);
  }
  EXPECT_EQ(print_identity(identity_of(4'294'967'295u)).size(), kMaxIdentityBytes);
}

TEST(Identity, AnyOtherTextIsRefused) {
  const auto good = print_identity(identity_of(7));
  const auto hex = signing::to_hex(identity_of(7).log.bytes.view());
  const auto with = [&](std::string_view old, std::string_view fresh) {
    auto text = good;
    return text.replace(text.find(old), old.size(), fresh);
  };
  for (const auto& bad : {std::string(),
                          good + "\n",
                          good + "x",
                          good.substr(0, good.size() - 1),
                          "\n" + good,
                          "\xef\xbb\xbf" + good,
                          with("v1", "v2"),
                          with("\n", "\r\n"),
                          with("log-id", "log_id"),
                          with("log-id ", "log-id  "),
                          with("log-id ", "log-id"),
                          with(hex, hex.substr(2)),
                          with(hex, hex + "00"),
                          with("medium 7", "medium 0"),
                          with("medium 7", "medium 07"),
                          with("medium 7", "medium +7"),
                          with("medium 7", "medium 4294967296"),
                          with("medium 7", "medium "),
                          with("medium 7\n", ""),
                          with("medium 7", "medium 7\nmedium 7"),
                          with("token", "Token"),
                          good + std::string(kMaxIdentityBytes, ' ')}) {
    EXPECT_EQ(code_of(parse_identity(bad)), "media.identity_malformed") << bad;
  }
  for (std::size_t at = 0; at < good.size(); ++at) {
    EXPECT_FALSE(parse_identity(good.substr(0, at)));
    auto upper = good;
    upper[at] = static_cast<char>(upper[at] ^ 0x20);  // digits are lower case too
    if (std::isdigit(static_cast<unsigned char>(good[at]))) continue;
    EXPECT_FALSE(parse_identity(upper)) << upper;
  }
}

class Medium : public ::testing::Test {
 protected:
  const fs::path& root() const { return place_.path(); }
  TemporaryDirectory place_;
};

TEST_F(Medium, IdentityIsWrittenOnceAndReadBack) {
  ASSERT_EQ(code_of(write_identity(root(), identity_of(1))), "");
  EXPECT_EQ(*read_identity(root()), identity_of(1));
  EXPECT_EQ(bytes_of_file(root() / kIdentityFile), print_identity(identity_of(1)));
  EXPECT_EQ(std::distance(fs::directory_iterator(root()), {}), 1) << "nothing is left beside it";
  EXPECT_EQ(code_of(write_identity(root(), identity_of(2))), "media.identity_exists");
  EXPECT_EQ(*read_identity(root()), identity_of(1));
}

TEST_F(Medium, WhatACutOffWriteLeftIsReplaced) {
  fs::create_directories(root() / "letopis-medium.part");
  put_file(root() / "letopis-medium.part" / kIdentityFile, "letopis med");
  ASSERT_EQ(code_of(write_identity(root(), identity_of(1))), "");
  EXPECT_EQ(*read_identity(root()), identity_of(1));
  EXPECT_FALSE(fs::exists(root() / "letopis-medium.part"));
}

TEST_F(Medium, ALinkInPlaceOfTheIdentityIsNeitherFollowedNorReplaced) {
  fs::create_symlink(root() / "elsewhere", root() / kIdentityFile);
  EXPECT_EQ(code_of(write_identity(root(), identity_of(1))), "media.identity_exists");
  EXPECT_EQ(code_of(read_identity(root())), "media.identity_malformed");
}

TEST_F(Medium, AbsentOneIsToldFromOneWithoutIdentity) {
  RecordProperty("requirement", "ARC-04");
  const auto missing = read_identity(root() / "mnt");
  ASSERT_EQ(code_of(missing), "media.absent");
  EXPECT_NE(missing.refusal().says.ru.find((root() / "mnt").string()), std::string::npos);
  EXPECT_EQ(code_of(read_identity(root())), "media.absent") << "an empty mount point";
  EXPECT_EQ(code_of(write_identity(root() / "mnt", identity_of(1))), "media.absent");
  put_file(root() / "something", "else");
  EXPECT_EQ(code_of(read_identity(root())), "media.no_identity");
  EXPECT_EQ(code_of(read_identity(root() / "something")), "media.not_directory");
  EXPECT_EQ(code_of(write_identity(root() / "something", identity_of(1))), "media.not_directory");
}

TEST_F(Medium, BrokenIdentityIsMalformed) {
  put_file(root() / kIdentityFile, "letopis medium v1\n");
  EXPECT_EQ(code_of(read_identity(root())), "media.identity_malformed");
  put_file(root() / kIdentityFile, std::string(1u << 20, 'x'));
  EXPECT_EQ(code_of(read_identity(root())), "media.identity_malformed");
  fs::remove(root() / kIdentityFile);
  ASSERT_EQ(::mkfifo((root() / kIdentityFile).c_str(), 0600), 0);
  EXPECT_EQ(code_of(read_identity(root())), "media.identity_malformed") << "and nobody waits";
}

TEST_F(Medium, SwappedOneIsNamedWithTheOneThatIsWanted) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_TRUE(write_identity(root(), identity_of(2)));
  EXPECT_EQ(*find_medium(root(), registered(identity_of(2))), identity_of(2));
  const auto swapped = find_medium(root(), registered(identity_of(1)));
  ASSERT_EQ(code_of(swapped), "media.swapped");
  EXPECT_EQ(swapped.refusal().says.ru, "в " + root().string() + " носитель 2, а нужен носитель 1");
  EXPECT_EQ(swapped.refusal().says.en, root().string() + " is medium 2, but medium 1 is wanted");
}

TEST_F(Medium, OfAnotherLogIsRefusedEvenUnderTheSameNumber) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_TRUE(write_identity(root(), identity_of(1, "another")));
  const auto other = find_medium(root(), registered(identity_of(1)));
  ASSERT_EQ(code_of(other), "media.of_another_log");
  for (const std::string_view log : {"another", "log"}) {
    const auto name = signing::to_hex(signing::sha256(bytes_of(log)).view()).substr(0, 8);
    EXPECT_NE(other.refusal().says.ru.find(name), std::string::npos);
  }
}

TEST_F(Medium, WithTheRightNumberButAnotherTokenIsAnImpostor) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_TRUE(write_identity(root(), identity_of(1, "log", "made by hand")));
  EXPECT_EQ(code_of(find_medium(root(), registered(identity_of(1)))), "media.identity_differs");
}

TEST(RealMedium, BlankOneLacksItsIdentityAndAnUnpluggedOneIsAbsent) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  EXPECT_EQ(code_of(read_identity(medium.path())), "media.no_identity");
  fs::remove(medium.path() / "lost+found");
  EXPECT_EQ(code_of(read_identity(medium.path())), "media.no_identity") << "empty, but mounted";
  ASSERT_TRUE(write_identity(medium.path(), identity_of(1)));
  medium.unplug();
  EXPECT_EQ(code_of(read_identity(medium.path())), "media.absent");
  medium.plug_in();
  EXPECT_EQ(*read_identity(medium.path()), identity_of(1));
}

TEST(RealMedium, ProtectedOneIsReadButNotWritten) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  medium.protect();
  const auto refused = write_identity(medium.path(), identity_of(1));
  ASSERT_EQ(code_of(refused), "media.read_only");
  EXPECT_NE(refused.refusal().says.ru.find(medium.path().string()), std::string::npos);
  EXPECT_EQ(code_of(read_identity(medium.path())), "media.no_identity");
}

TEST(RealMedium, FullOneGetsNoIdentityNorAPieceOfIt) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  medium.fill();
  EXPECT_EQ(code_of(write_identity(medium.path(), identity_of(1))), "media.full");
  EXPECT_EQ(code_of(read_identity(medium.path())), "media.no_identity");
  EXPECT_FALSE(fs::exists(medium.path() / "letopis-medium.part"));
}

TEST(RealMedium, TornOffOneIsSaidToBeSo) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  ASSERT_TRUE(write_identity(medium.path(), identity_of(1)));
  medium.unplug();
  medium.plug_in();  // so that memory holds nothing of it
  medium.tear_off();
  EXPECT_EQ(code_of(read_identity(medium.path())), "media.torn_off");
}

TEST(RealMedium, StickWithFatCarriesAnIdentityToo) {
  const LoopMedium medium({.file_system = "vfat"});
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  ASSERT_EQ(code_of(write_identity(medium.path(), identity_of(1))), "");
  EXPECT_EQ(*read_identity(medium.path()), identity_of(1));
}

}  // namespace
}  // namespace letopis::archive

// Sealing to real file systems that fill up, are write-protected, unplugged and torn off.
#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "archive/loop_medium.h"
#include "archive/physical_disk.h"
#include "end_to_end/lived_school.h"
#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using archive::LoopMedium;
using testing::HasSubstr;

constexpr std::uint64_t kMegabytes = 48;  // of a medium; a volume here takes some five

class RealMedia : public testing::Test {
 protected:
  void SetUp() override {
    for (auto* medium : {&a_, &b_}) {
      if (!medium->mounted()) GTEST_SKIP() << medium->why();
    }
    add_media(data(), a(), b());
    size_ = size_of(data());
  }
  std::string data() const { return copy_.data().string(); }
  std::string a() const { return a_.path().string(); }
  std::string b() const { return b_.path().string(); }
  std::vector<std::string> seal_words() const {
    return {"seal", "--data", data(), "--medium", a(), "--medium", b(), "--trial"};
  }
  Ran seal() const { return letopis(seal_words()); }
  Ran check() const {
    const auto trust = (scratch_.path() / "trust.txt").string();
    fs::remove(trust);
    EXPECT_EQ(letopis({"trust", "export", "--data", data(), "--out", trust}).exit, 0);
    return letopis_verify({a(), b(), "--trust", trust});
  }
  void expect_sealed() {
    const auto ran = seal();
    ASSERT_EQ(ran.exit, 0) << ran.errors;
    const auto checked = check();
    EXPECT_EQ(checked.exit, 0) << checked.out << checked.errors;
    EXPECT_EQ(size_of(data()), size_ + 1);
    size_ = size_of(data());
  }
  void expect_refused(const Ran& ran, const std::string& why, const std::string& medium) const {
    EXPECT_EQ(ran.exit, 2) << ran.out;
    EXPECT_THAT(ran.errors, HasSubstr(why));
    EXPECT_THAT(ran.errors, HasSubstr(medium));
    EXPECT_EQ(size_of(data()), size_) << "the log tells of no volume";
  }
  static void expect_bare(const std::string& medium) {
    for (const auto& name : names_in(medium)) {
      EXPECT_EQ(name.find("_log_v"), std::string::npos) << medium << " holds " << name;
    }
  }

  const SchoolCopy copy_;
  const office::ScratchDirectory scratch_{"letopis-real"};
  LoopMedium a_{{.megabytes = kMegabytes}}, b_{{.megabytes = kMegabytes}};
  std::uint64_t size_ = 0;
};

TEST_F(RealMedia, UnpluggedAndPluggedInAgainVerify) {
  RecordProperty("requirement", "ARC-03");
  expect_sealed();
  for (auto* medium : {&a_, &b_}) medium->unplug();
  EXPECT_NE(letopis_verify({a()}).exit, 0);
  for (auto* medium : {&a_, &b_}) medium->plug_in();
  EXPECT_EQ(check().exit, 0);
  EXPECT_EQ(letopis({"scrub", "--data", data(), "--medium", a(), "--medium", b()}).exit, 0);
}

TEST_F(RealMedia, OnOneDiskAreRefusedNamingIt) {
  RecordProperty("requirement", "ARC-03");
  auto words = seal_words();
  words.pop_back();  // --trial
  const auto ran = letopis(words);
  if (ran.errors.find("нельзя узнать") != std::string::npos) {
    GTEST_SKIP() << "where things lie on this machine cannot be found out: " << ran.errors;
  }
  const auto where = archive::whereabouts_of(a_.path());
  ASSERT_TRUE(where);
  expect_refused(ran, "на том же диске (" + *where->disks.begin() + ")", a());
  EXPECT_THAT(ran.errors, HasSubstr("--trial"));
  expect_bare(a());
}

TEST_F(RealMedia, AFullOneIsNamedAndNothingRemainsOnEither) {
  RecordProperty("requirement", "ARC-03");
  b_.fill();
  expect_refused(seal(), "кончилось место", b());
  expect_bare(a());
  expect_bare(b());
  for (const auto& one : fs::directory_iterator(b_.path())) {
    if (one.path().filename().string().starts_with("filler")) fs::remove(one.path());
  }
  expect_sealed();
}

// There is room for a part of the volume, so that it ends in the middle.
TEST_F(RealMedia, OneThatFillsUpInTheMiddleHoldsNothingOfIt) {
  const auto room = fs::space(a_.path()).available;
  ASSERT_GT(room, 4u << 20);
  write_whole(a_.path() / "filler", std::string(room - (3u << 20), 'x'));
  expect_refused(seal(), "кончилось место", a());
  expect_bare(a());
  expect_bare(b());
  fs::remove(a_.path() / "filler");
  expect_sealed();
}

TEST_F(RealMedia, AProtectedOneIsRefused) {
  RecordProperty("requirement", "ARC-03");
  b_.protect();
  expect_refused(seal(), "только для чтения", b());
  expect_bare(a());
  b_.unplug();
  b_.plug_in();
  expect_sealed();
  a_.protect();
  EXPECT_EQ(check().exit, 0) << "a protected medium is checked all the same";
  expect_refused(seal(), "только для чтения", a());
}

TEST_F(RealMedia, AnUnpluggedOneIsSaidToBeAbsent) {
  RecordProperty("requirement", "ARC-03");
  b_.unplug();
  expect_refused(seal(), "носитель не подключён", b());
  EXPECT_TRUE(fs::is_empty(b())) << "nothing is written to an empty mount point";
  expect_bare(a());
  b_.plug_in();
  expect_sealed();
}

TEST_F(RealMedia, SwappedForAnotherSchoolsIsRefused) {
  RecordProperty("requirement", "ARC-03");
  const auto other = (scratch_.path() / "other").string();
  live_school(other, 2, 9);
  LoopMedium theirs;
  ASSERT_TRUE(theirs.mounted()) << theirs.why();
  const auto path = theirs.path().string();
  ASSERT_EQ(letopis({"media", "add", path, "--data", other, "--room", "x", "--trial"}).exit, 0);
  auto words = seal_words();
  words[6] = path;
  expect_refused(letopis(words), "другого журнала", path);
  EXPECT_THAT(names_in(path), testing::ElementsAre("letopis-medium.txt", "lost+found"));
  expect_bare(a());
}

TEST_F(RealMedia, OneTornOffWhileItIsWrittenLeavesTheLogAsItWas) {
  RecordProperty("requirement", "ARC-03");
  const auto image = (scratch_.path() / "before.image").string();
  b_.unplug();
  write_whole(image, b_.bytes());
  b_.plug_in();
  Running sealing(seal_words());
  // Torn off as soon as the volume is begun there.
  for (int wait = 0; wait < 20'000 && !sealing.ended(); ++wait) {
    bool begun = false;
    for (const auto& name : names_in(b())) begun = begun || name.ends_with(".part");
    if (begun) break;
    std::this_thread::sleep_for(std::chrono::microseconds(500));
  }
  ASSERT_FALSE(sealing.ended()) << "it was sealed before it could be torn off";
  b_.tear_off();
  EXPECT_EQ(sealing.exit(), 2);
  EXPECT_EQ(size_of(data()), size_);
  EXPECT_EQ(letopis({"verify", "--data", data()}).exit, 0);
  b_.unplug();
  write_whole(b_.image(), read_whole(image));
  b_.plug_in();
  fs::create_directories(b_.path() /
                         "trial_2025-2026_log_v001.part/data");  // as a torn one keeps it
  expect_sealed();
  expect_bare((scratch_.path()).string());
}

TEST_F(RealMedia, WhatAMediumDoesNotGiveUpIsSaid) {
  const std::string left = "trial_2025-2026_log_v001.part";
  fs::create_directories(a_.path() / left / "data");
  if (run("chattr", {"+i", a() + "/" + left}).exit != 0) GTEST_SKIP() << "chattr is not here";
  expect_refused(seal(), "не даёт его убрать", left);
  expect_bare(b());
  ASSERT_EQ(run("chattr", {"-i", a() + "/" + left}).exit, 0);
  expect_sealed();
}

TEST(RealMediaOfOtherKinds, AStickWithFatTakesAVolume) {
  const SchoolCopy copy;
  LoopMedium a({.file_system = "vfat", .megabytes = kMegabytes});
  LoopMedium b({.file_system = "vfat", .megabytes = kMegabytes});
  if (!a.mounted() || !b.mounted()) GTEST_SKIP() << (a.mounted() ? b : a).why();
  const auto data = copy.data().string(), first = a.path().string(), second = b.path().string();
  add_media(data, first, second);
  const auto ran =
      letopis({"seal", "--data", data, "--medium", first, "--medium", second, "--trial"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_EQ(letopis_verify({first, second}).exit, 5) << "intact, but no trust file";
}

}  // namespace
}  // namespace letopis::end_to_end

#include "archive/durable_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <optional>

#include "archive/loop_medium.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using Kind = MediumFailure::Kind;

constexpr std::size_t kEnough = 1u << 24;

// How the disk failed, if it did.
template <class Act>
std::optional<Kind> failure_of(Act&& act) {
  try {
    act();
  } catch (const MediumFailure& failure) {
    return failure.kind();
  }
  return std::nullopt;
}

// Bytes of which no two blocks are alike.
std::string contents_of(std::size_t size) {
  std::string text;
  while (text.size() < size) text += std::to_string(text.size()) + ' ';
  text.resize(size);
  return text;
}

TEST(DurableFiles, NewFileHoldsWhatItWasGivenAndIsNeverOverwritten) {
  const TemporaryDirectory place;
  const auto file = place.path() / "file";
  write_new_file(file, bytes_of("first"), Durable::kNow);
  try {
    write_new_file(file, bytes_of("second"), Durable::kWithFileSystem);
    FAIL() << "it was overwritten";
  } catch (const MediumFailure& failure) {
    EXPECT_EQ(failure.error(), EEXIST);
    EXPECT_EQ(failure.path(), file);
    EXPECT_EQ(failure.refusal().code, "media.failed");
  }
  fs::create_symlink("elsewhere", place.path() / "link");
  EXPECT_TRUE(
      failure_of([&] { write_new_file(place.path() / "link", bytes_of("third"), Durable::kNow); }));
  EXPECT_EQ(bytes_of_file(file), "first");
  EXPECT_FALSE(fs::exists(place.path() / "elsewhere"));
}

TEST(DurableFiles, FilesOfEveryLengthAreReadWholeEitherWay) {
  const TemporaryDirectory place;
  for (const std::size_t size :
       {0u, 1u, 511u, 512u, 4095u, 4096u, 4097u, 1u << 20, (1u << 20) + 1, (3u << 20) + 777}) {
    const auto file = place.path() / std::to_string(size);
    const auto contents = contents_of(size);
    write_new_file(file, bytes_of(contents), Durable::kWithFileSystem);
    const auto plainly = read_file(file, size), past = read_past_cache(file, size);
    ASSERT_EQ(code_of(plainly), "") << size;
    ASSERT_EQ(code_of(past), "") << size;
    EXPECT_TRUE(*plainly == contents) << size;
    EXPECT_TRUE(*past == contents) << size;
  }
}

TEST(DurableFiles, WhatIsAbsentTooLargeOrNoPlainFileIsRefused) {
  const TemporaryDirectory place;
  const auto file = place.path() / "file";
  put_file(file, "four");
  fs::create_symlink(file, place.path() / "link");
  fs::create_directory(place.path() / "folder");
  ASSERT_EQ(::mkfifo((place.path() / "pipe").c_str(), 0600), 0);
  for (const auto read : {&read_file, &read_past_cache}) {
    EXPECT_EQ(code_of(read(file, 4)), "");
    EXPECT_EQ(code_of(read(file, 3)), "media.file_too_large");
    EXPECT_EQ(code_of(read(place.path() / "none", 4)), "media.file_absent");
    EXPECT_EQ(code_of(read(file / "none", 4)), "media.file_absent");
    for (const char* name : {"link", "folder", "pipe"}) {
      const auto refused = read(place.path() / name, 4);
      ASSERT_EQ(code_of(refused), "media.file_not_plain") << name;
      EXPECT_NE(refused.refusal().says.ru.find(name), std::string::npos);
    }
  }
  // The kernel gives these no size; the limit holds all the same.
  EXPECT_EQ(code_of(read_file("/proc/self/mountinfo", 1)), "media.file_too_large");
  EXPECT_FALSE(read_past_cache("/proc/self/mountinfo", kEnough)->empty());
}

TEST(DurableFiles, FoldersAreMadeFilledSyncedAndRenamed) {
  const TemporaryDirectory place;
  const auto part = place.path() / "volume.part", whole = place.path() / "volume";
  make_directories(part / "data" / "log");
  make_directories(part / "data");
  write_new_file(part / "data" / "log" / "checkpoint", bytes_of("x"), Durable::kWithFileSystem);
  sync_directory(part / "data");
  sync_file_system(part);
  rename_durably(part, whole);
  EXPECT_FALSE(fs::exists(part));
  drop_from_cache(whole / "data" / "log" / "checkpoint");
  EXPECT_EQ(bytes_of_file(whole / "data" / "log" / "checkpoint"), "x");

  put_file(place.path() / "mended", "y");
  rename_durably(place.path() / "mended", whole / "data" / "log" / "checkpoint");
  EXPECT_EQ(bytes_of_file(whole / "data" / "log" / "checkpoint"), "y");

  make_directories(place.path() / "other.part" / "data");
  EXPECT_EQ(failure_of([&] { rename_durably(place.path() / "other.part", whole); }), Kind::kOther);
  EXPECT_EQ(failure_of([&] { sync_directory(place.path() / "none"); }), Kind::kOther);
  EXPECT_EQ(failure_of([&] { sync_file_system(place.path() / "none"); }), Kind::kOther);
  EXPECT_EQ(failure_of([&] { make_directories(place.path() / "volume/data/log/checkpoint/x"); }),
            Kind::kOther);
}

// Somebody changes the disk while memory holds the old bytes: only reading past memory sees it.
TEST(DurableFiles, ReadingPastTheCacheSeesWhatLiesOnTheMedium) {
  RecordProperty("requirement", "ARC-02");
  const LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  const auto file = medium.path() / "file";
  const auto contents = contents_of(8192);
  write_new_file(file, bytes_of(contents), Durable::kNow);
  sync_file_system(medium.path());
  ASSERT_EQ(*read_file(file, kEnough), contents);
  const auto at = medium.bytes().find(contents);
  ASSERT_NE(at, std::string::npos) << "the file does not lie in one piece";
  medium.change(at + 5000, '#');

  auto changed = contents;
  changed[5000] = '#';
  EXPECT_EQ(*read_file(file, kEnough), contents);
  EXPECT_EQ(*read_past_cache(file, kEnough), changed);
  drop_from_cache(file);
  EXPECT_EQ(*read_file(file, kEnough), changed);
}

TEST(DurableFiles, MemoryHasNoCacheButIsReadAllTheSame) {
  const TemporaryDirectory place("/dev/shm");
  const auto file = place.path() / "file";
  write_new_file(file, bytes_of("kept"), Durable::kNow);
  EXPECT_EQ(*read_past_cache(file, kEnough), "kept");
}

TEST(DurableFiles, FullMediumIsSaidToBeFull) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  medium.fill();
  const auto file = medium.path() / "one more";
  try {
    write_new_file(file, bytes_of(contents_of(100'000)), Durable::kNow);
    FAIL() << "there was room";
  } catch (const MediumFailure& failure) {
    EXPECT_EQ(failure.kind(), Kind::kNoRoom);
    const auto refusal = failure.refusal();
    EXPECT_EQ(refusal.code, "media.full");
    EXPECT_EQ(refusal.says.ru, "на носителе кончилось место: " + file.string());
    EXPECT_EQ(refusal.says.en, "the medium is full: " + file.string());
  }
}

TEST(DurableFiles, ProtectedMediumIsSaidToBeReadOnly) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  put_file(medium.path() / "there", "before");
  medium.protect();
  EXPECT_EQ(
      failure_of([&] { write_new_file(medium.path() / "new", bytes_of("x"), Durable::kNow); }),
      Kind::kReadOnly);
  EXPECT_EQ(failure_of([&] { make_directories(medium.path() / "folder"); }), Kind::kReadOnly);
  EXPECT_EQ(failure_of([&] { rename_durably(medium.path() / "there", medium.path() / "gone"); }),
            Kind::kReadOnly);
  EXPECT_EQ(*read_past_cache(medium.path() / "there", kEnough), "before");
}

TEST(DurableFiles, MediumThatIsTornOffIsNoticedWhenReadingAndWriting) {
  LoopMedium medium;
  if (!medium.mounted()) GTEST_SKIP() << medium.why();
  const auto file = medium.path() / "there";
  write_new_file(file, bytes_of(contents_of(8192)), Durable::kNow);
  medium.tear_off();
  try {
    (void)read_past_cache(file, kEnough);
    FAIL() << "it was read";
  } catch (const MediumFailure& failure) {
    EXPECT_EQ(failure.kind(), Kind::kGone);
    EXPECT_EQ(failure.refusal().code, "media.torn_off");
  }
  EXPECT_EQ(failure_of([&] {
              write_new_file(medium.path() / "new", bytes_of(contents_of(8192)), Durable::kNow);
            }),
            Kind::kGone);
}

TEST(MediumFailures, AreToldApartByWhatAPersonCanDo) {
  const struct {
    int error;
    Kind kind;
    const char* code;
  } all[] = {{ENOSPC, Kind::kNoRoom, "media.full"},       {EDQUOT, Kind::kNoRoom, "media.full"},
             {EROFS, Kind::kReadOnly, "media.read_only"}, {EIO, Kind::kGone, "media.torn_off"},
             {ENODEV, Kind::kGone, "media.torn_off"},     {ENXIO, Kind::kGone, "media.torn_off"},
             {ESTALE, Kind::kGone, "media.torn_off"},     {ENOTCONN, Kind::kGone, "media.torn_off"},
             {EACCES, Kind::kOther, "media.failed"},      {EUCLEAN, Kind::kOther, "media.failed"}};
  for (const auto& one : all) {
    const MediumFailure failure(one.error, "/mnt/a/file");
    EXPECT_EQ(failure.kind(), one.kind) << one.error;
    const auto refusal = failure.refusal();
    EXPECT_EQ(refusal.code, one.code);
    EXPECT_NE(refusal.says.ru.find("/mnt/a/file"), std::string::npos);
    EXPECT_NE(refusal.says.en.find("/mnt/a/file"), std::string::npos);
  }
}

}  // namespace
}  // namespace letopis::archive

// A log of access that somebody changed, and a disk that fails while it is written.
#include "signing/checkpoint.h"
#include "simulation/faulty_file_system.h"
#include "trace/access_rows.h"
#include "trace/watched_school.h"

namespace letopis::trace {
namespace {

class DamageTest : public WatchedSchool {
 protected:
  void put(const std::string& key, std::optional<std::string> value) {
    shelf_->write(std::vector<shelf::Change>{{key, std::move(value)}});
  }
  std::string opened() {
    log_.reset();
    const auto log = AccessLog::open(*shelf_, clock_);
    return log ? "" : log.refusal().code;
  }
  std::string verified() {
    const auto whole = log_->verify();
    return whole ? "" : whole.refusal().code;
  }
};

TEST_F(DamageTest, AByteFlippedInAnyEntryIsFound) {
  for (std::uint32_t i = 1; i <= 20; ++i) read({i}, {kChild});
  ASSERT_EQ(verified(), "");
  for (std::uint64_t index = 0; index < 20; ++index) {
    const auto kept = log_->entry(index);
    auto flipped = *kept;
    flipped.back() = static_cast<char>(flipped.back() ^ 1);
    put(entry_key(index), flipped);
    EXPECT_EQ(verified(), "trace.damaged") << index;
    put(entry_key(index), kept);
  }
  EXPECT_EQ(verified(), "");
}

TEST_F(DamageTest, AnEntryThatWasTakenOutIsFound) {
  for (std::uint32_t i = 1; i <= 5; ++i) read({i}, {kChild});
  put(entry_key(2), std::nullopt);
  EXPECT_EQ(verified(), "trace.damaged");
  put(entry_key(4), std::nullopt);
  EXPECT_EQ(opened(), "trace.damaged");
}

TEST_F(DamageTest, AHashThatIsGoneOrAnotherIsFound) {
  for (std::uint32_t i = 1; i <= 5; ++i) read({i}, {kChild});
  const auto kept = shelf_->get(hash_key(0, 3));
  put(hash_key(0, 3), std::string(32, 'x'));
  EXPECT_EQ(verified(), "trace.damaged");
  put(hash_key(0, 3), std::nullopt);
  EXPECT_EQ(verified(), "trace.damaged");
  EXPECT_EQ(opened(), "trace.damaged");
  put(hash_key(0, 3), kept);
  EXPECT_EQ(opened(), "");
}

TEST_F(DamageTest, ALogCutBackBehindItsCheckpointIsFound) {
  for (std::uint32_t i = 1; i <= 5; ++i) read({i}, {kChild});
  const auto size_of_four = std::string("\0\0\0\0\0\0\0\4", 8);
  log_->checkpoint("letopis.example/nn125", log_key());
  put(entry_key(4), std::nullopt);
  put(std::string(kSizeKey), size_of_four);
  EXPECT_EQ(opened(), "trace.damaged");
}

TEST_F(DamageTest, ALogRewrittenFromItsStartIsFoundByItsCheckpoint) {
  for (std::uint32_t i = 1; i <= 5; ++i) read({i}, {kChild});
  const auto note = log_->checkpoint("letopis.example/nn125", log_key());
  // Everything anew, without the first reader, and as long as it was.
  shelf_->scan("trace/", "trace0", [this](std::string_view key, std::string_view) {
    put(std::string(key), std::nullopt);
    return true;
  });
  open();
  for (std::uint32_t i = 2; i <= 6; ++i) read({i}, {kChild});
  EXPECT_EQ(verified(), "");
  put(std::string(kCheckpointKey), note);
  EXPECT_EQ(opened(), "trace.damaged");
}

TEST(FailingDisk, WhatCouldNotBeNotedIsNotShownAndLaterReadingsGoOnWithoutAGap) {
  RecordProperty("requirement", "ACC-12");
  simulation::MemoryDisk disk("/disk");
  const auto env = simulation::make_faulty_env(disk);
  shelf::Resources resources;
  resources.env = env.get();
  shelf::SetClock clock;
  const auto shelf = shelf::Shelf::open("/disk/shelf", resources).value();
  const auto log = AccessLog::open(*shelf, clock).value();
  const std::vector<events::PersonNumber> children{kChild, kOtherChild};
  log->read(kTeacher, children, View::kDiary);
  disk.be_full(0);
  EXPECT_THROW(log->read(kInspector, children, View::kDiary), shelf::ShelfFailure);
  EXPECT_THROW(log->read(kInspector, children, View::kDiary), shelf::ShelfFailure);
  log->read(kTeacher, children, View::kDiary);  // noted already: nothing to write
  disk.have_room();
  log->read(kInspector, children, View::kDiary);
  EXPECT_EQ(log->size(), 4u);
  EXPECT_TRUE(log->verify());
}

}  // namespace
}  // namespace letopis::trace

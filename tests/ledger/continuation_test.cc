// After a restore a log may have to go on under another name: its next entry says so.
#include "ledger/continuation.h"

#include <gtest/gtest.h>

#include "ledger/tiny_views.h"
#include "ledger/volume.h"

namespace letopis::ledger {
namespace {

constexpr const char* kNew = "letopis.example/tiny-2";

class Continuation : public ::testing::Test {
 protected:
  Continuation() {
    old_.found();
    EXPECT_TRUE(old_.append({&old_.teacher, {mark(1, 10)}}));
    old_.close();
    volume_.emplace(old_);
  }

  // The restored school, under another name.
  std::string restored_as(const std::string& origin) {
    school_.settings.origin = origin;
    const auto restored = restore(school_, *volume_);
    return restored ? code_of(school_.open()) : restored.refusal().code;
  }
  events::LogContinued continued(const std::string& origin = kNew) const {
    return {origin, {5}, volume_->root, {9}, signing::sha256(bytes_of("known")), {}};
  }
  std::string append(std::vector<events::Fact> facts) {
    return code_of(school_.append({&school_.director, std::move(facts), {}, ++id_}));
  }
  std::string origin() { return *origin_of(*school_.log().snapshot()); }
  std::uint64_t published() {
    const auto verifier = signing::NoteVerifier::admit(
        signing::log_verifier_key(school_.settings.origin, school_.log_key().public_key()));
    const auto opened = signing::open_checkpoint(school_.log().checkpoint(), *verifier);
    EXPECT_TRUE(opened);
    return opened ? opened->checkpoint.size : 0;
  }

  TinySchool old_, school_;
  std::optional<Volume> volume_;
  std::uint64_t id_ = 100;
};

TEST_F(Continuation, LogUnderItsOldNameGoesOnAtOnce) {
  ASSERT_EQ(restored_as(TinySchool::kOrigin), "");
  EXPECT_EQ(origin(), TinySchool::kOrigin);
  EXPECT_EQ(append({mark(1, 11)}), "");
}

TEST_F(Continuation, NewNameTakesNothingBeforeItsEntry) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_EQ(restored_as(kNew), "");
  EXPECT_EQ(origin(), TinySchool::kOrigin);
  EXPECT_EQ(published(), 5u);
  EXPECT_EQ(append({mark(1, 11)}), "ledger.continuation_due");
  EXPECT_EQ(append({mark(1, 11), continued()}), "ledger.continuation_due");
  EXPECT_EQ(append({clock_confirmed()}), "ledger.continuation_due");
  EXPECT_EQ(school_.size(), 5u);
  EXPECT_EQ(append({continued(), mark(1, 11)}), "");
  EXPECT_EQ(origin(), kNew);
  EXPECT_EQ(published(), 7u);
  EXPECT_EQ(append({mark(1, 12)}), "");
}

TEST_F(Continuation, WaitsAcrossReopeningAndIsKeptAfterIt) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_EQ(restored_as(kNew), "");
  school_.close();
  ASSERT_EQ(code_of(school_.open()), "");
  EXPECT_EQ(append({mark(1, 11)}), "ledger.continuation_due");
  ASSERT_EQ(append({continued()}), "");
  school_.close();
  ASSERT_EQ(code_of(school_.open()), "");
  EXPECT_EQ(origin(), kNew);
  EXPECT_EQ(append({mark(1, 11)}), "");
}

TEST_F(Continuation, CommandsThatWaitBehindItAreTakenWithIt) {
  ASSERT_EQ(restored_as(kNew), "");
  const auto first = school_.sign({&school_.director, {continued()}, {}, 200});
  const auto second = school_.sign({&school_.teacher, {mark(1, 11)}, {}, 201});
  const auto outcomes = school_.log().append_all(std::vector{first, second});
  EXPECT_EQ(code_of(outcomes[0]), "");
  EXPECT_EQ(code_of(outcomes[1]), "");
}

TEST_F(Continuation, WrongPlaceOrNameIsRefused) {
  ASSERT_EQ(restored_as(kNew), "");
  auto size = continued(), root = continued();
  size.old_size = {4};
  root.old_root = signing::empty_root();
  EXPECT_EQ(append({size}), "log.continued_wrongly");
  EXPECT_EQ(append({root}), "log.continued_wrongly");
  EXPECT_EQ(append({continued("letopis.example/third")}), "log.continued_wrongly");
  EXPECT_EQ(append({continued(TinySchool::kOrigin)}), "log.continued_wrongly");
  EXPECT_EQ(append({continued(), continued()}), "log.continued_wrongly");
  EXPECT_EQ(school_.size(), 5u);
  EXPECT_EQ(append({continued()}), "");
  EXPECT_EQ(append({continued()}), "log.continued_wrongly");
}

TEST_F(Continuation, LogThatWasNotRestoredIsNeverContinued) {
  ASSERT_EQ(code_of(old_.open()), "");
  for (const char* origin : {TinySchool::kOrigin, kNew}) {
    EXPECT_EQ(code_of(old_.append({&old_.director, {continued(origin)}, {}, ++id_})),
              "log.continued_wrongly");
  }
}

TEST_F(Continuation, CommandThatWasTakenBeforeTheRestoreGetsItsOutcome) {
  ASSERT_EQ(restored_as(kNew), "");
  const auto known = school_.sign({&school_.teacher, {mark(1, 10)}, {}, 3, 1});
  const auto outcome = school_.log().append(known);
  ASSERT_EQ(code_of(outcome), "");
  EXPECT_TRUE(outcome->seen_before);
  EXPECT_EQ(outcome->place.first, events::Position{4});
}

// The entry is durable, its checkpoint was not published before the power failed.
TEST_F(Continuation, CutOffBeforeItsCheckpointOpensUnderTheNewName) {
  ASSERT_EQ(restored_as(kNew), "");
  const auto before = read_bytes(school_.directory() / "checkpoint");
  ASSERT_EQ(append({continued()}), "");
  school_.close();
  write_bytes(school_.directory() / "checkpoint", before);
  ASSERT_EQ(code_of(school_.open()), "");
  EXPECT_EQ(published(), 6u);
  EXPECT_EQ(append({mark(1, 11)}), "");
}

TEST_F(Continuation, ContinuedLogComesBackAndTakesNoNameThatItLeft) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_EQ(restored_as(kNew), "");
  ASSERT_EQ(append({continued()}), "");
  school_.close();
  const Volume second(school_);
  TinySchool third;
  EXPECT_EQ(code_of(restore(third, second)), "restore.origin");
  EXPECT_FALSE(std::filesystem::exists(third.directory()));
  third.settings.origin = kNew;
  const auto restored = restore(third, second);
  ASSERT_EQ(code_of(restored), "");
  EXPECT_EQ(restored->origin, kNew);
  ASSERT_EQ(code_of(third.open()), "");
  EXPECT_EQ(code_of(third.append({&third.teacher, {mark(1, 11)}, {}, 300})), "");
}

// Whoever has the log's key could else sign another size under a name that no entry gives.
TEST_F(Continuation, EntriesUnderANameThatNoneOfThemGivesAreNotOpened) {
  ASSERT_EQ(code_of(old_.open()), "");
  ASSERT_TRUE(old_.append({&old_.teacher, {mark(1, 11)}, {}, 50}));
  old_.close();
  const auto note = signing::sign_checkpoint({kNew, 5, volume_->root}, old_.log_key());
  write_bytes(old_.directory() / "checkpoint", note);
  old_.settings.origin = kNew;
  EXPECT_EQ(code_of(old_.open()), "ledger.origin");
}

TEST_F(Continuation, NameOfAnEmptyLogIsNotKnown) {
  TinySchool empty;
  ASSERT_TRUE(empty.create());
  EXPECT_EQ(code_of(origin_of(*empty.log().snapshot())), "log.start");
}

TEST_F(Continuation, NameIsAWord) {
  EXPECT_EQ(restored_as("two words"), "restore.origin");
  EXPECT_FALSE(std::filesystem::exists(school_.directory()));
}

}  // namespace
}  // namespace letopis::ledger

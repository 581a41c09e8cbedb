// The log of access on media: carried from volume to volume, and found out when it was touched, by
// others or by whoever holds the school's own key.
#include <gtest/gtest.h>

#include "archive/layout.h"
#include "archive/volume_forger.h"
#include "shelf/set_clock.h"
#include "shelf/shelf.h"
#include "signing/tiles.h"
#include "trace/access_log.h"

namespace letopis::archive {
namespace {

using terminal::Exit;

// A shelf of its own with a real log of access on it.
class Readings {
 public:
  Readings() {
    auto shelf = shelf::Shelf::open(place_.path() / "shelf");
    EXPECT_TRUE(shelf);
    shelf_ = *std::move(shelf);
    auto log = trace::AccessLog::open(*shelf_, clock_);
    EXPECT_TRUE(log);
    log_ = *std::move(log);
  }
  // So many entries, none like the ones before.
  void read(std::uint32_t count) {
    clock_.pass(3'600'000);
    std::vector<events::PersonNumber> children;
    for (std::uint32_t child = 1; child <= count; ++child) children.push_back({child});
    log_->read({7}, children, trace::View::kDiary);
  }
  LogSource source(const MemoryLog& log) const {
    return {log_->checkpoint(log.origin(), log.log_key()),
            [this](events::Position first, std::size_t count) {
              std::vector<std::string> entries;
              for (std::size_t i = 0; i < count; ++i) {
                entries.push_back(*log_->entry(first.value + i));
              }
              return entries;
            },
            log_->hashes()};
  }

 private:
  const TemporaryDirectory place_{quick_place()};
  shelf::SetClock clock_;
  std::unique_ptr<shelf::Shelf> shelf_;
  std::unique_ptr<trace::AccessLog> log_;
};

// Media with three old volumes, to which more are sealed with a log of access beside the log.
class AccessOnMedia : public testing::Test {
 protected:
  void seal(const Readings* readings) {
    SealWish wish;
    wish.volume = {static_cast<std::uint32_t>(volumes_.size() + 1)};
    wish.previous = {volumes_.back().name, volumes_.back().tag_manifest};
    wish.first = volumes_.back().end;
    if (readings) {
      wish.access = AccessToSeal{readings->source(log_)};
      wish.access->first = access_sealed_in(medium_.volume(volumes_.back()), wish.access->log,
                                            log_.origin(), log_.log_key());
    }
    const auto sealed = seal_log(log_, wish, {medium_.path(), other_.path()});
    log_.state({events::VolumeSealed{wish.volume,
                                     events::VolumeKind::kLog,
                                     sealed.name,
                                     wish.first,
                                     sealed.end,
                                     sealed.root,
                                     sealed.tag_manifest,
                                     wish.previous->tag_manifest,
                                     {1},
                                     {2},
                                     sealed.signatures,
                                     true,
                                     {}}});
    volumes_.push_back(sealed);
  }
  Verdict checked() const {
    const auto trust = school_.trust_without_checkpoints();
    return check(medium_.path(), &trust);
  }
  VolumeForger newest() const { return {medium_, volumes_.back().name}; }
  void sign_anew() const { newest().sign_anew(log_.origin(), log_.log_key()); }
  static std::string bundle(std::uint64_t index, unsigned width) {
    return std::string(kAccessFolder) +
           signing::print_tile_path({signing::TileKind::kEntries, 0, index, width});
  }

  const SealedSchool& school_ = SealedSchool::first_days();
  const MediumCopy medium_{school_.medium(0)};
  const MediumCopy other_{school_.medium(1)};
  MemoryLog log_ = school_.log();
  std::vector<SealedVolume> volumes_ = school_.volumes();
  Readings readings_;
};

TEST_F(AccessOnMedia, IsCarriedOnFromVolumeToVolumeAndRecomputed) {
  RecordProperty("requirement", "ACC-12 ARC-02");
  readings_.read(300);
  seal(&readings_);
  EXPECT_TRUE(newest().read(kAccessCheckpointFile).starts_with(log_.origin() + "/access\n300\n"));
  readings_.read(250);
  seal(&readings_);
  EXPECT_NE(newest().read(kAccessJointFile).find("\nold 300\n"), std::string::npos)
      << "only what came since";
  seal(&readings_);  // nobody has read anything since
  const auto verdict = checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kGood) << told(verdict);
  EXPECT_EQ(verdict.access_size, 550u);
  // 300 in the first; 256 to 550 in the second; none in the third.
  EXPECT_EQ(verdict.access_entries, 300u + 294u);
}

TEST_F(AccessOnMedia, VolumesOfOldWithoutOneAreIntactAsTheyWere) {
  EXPECT_EQ(verifier::exit_of(checked()), Exit::kGood);
  EXPECT_EQ(checked().access_size, 0u);
}

TEST_F(AccessOnMedia, EveryFlippedByteOfItIsFound) {
  RecordProperty("requirement", "ACC-12 ARC-05");
  readings_.read(300);
  seal(&readings_);
  readings_.read(10);
  seal(&readings_);
  for (const auto& file :
       {std::string(kAccessCheckpointFile), std::string(kAccessJointFile), bundle(1, 54)}) {
    const auto before = newest().read(file);
    for (std::size_t at = 0; at < before.size(); at += 41) {
      auto after = before;
      after[at] = static_cast<char>(after[at] ^ 1);
      newest().put(file, after);
      const auto verdict = checked();
      EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered) << file << " at " << at;
      EXPECT_TRUE(find(verdict, "volume.file_altered"));
    }
    newest().put(file, before);
  }
}

TEST_F(AccessOnMedia, EntryEditedUnderManifestsSignedAnewDoesNotGiveTheRoot) {
  RecordProperty("requirement", "ACC-12");
  readings_.read(300);
  seal(&readings_);
  auto bytes = newest().read(bundle(1, 44));
  bytes[20] = static_cast<char>(bytes[20] ^ 1);
  newest().put(bundle(1, 44), bytes);
  sign_anew();
  const auto verdict = checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_TRUE(find(verdict, "access.root"));
}

TEST_F(AccessOnMedia, EntryCutOutOfItsBundleIsFound) {
  readings_.read(300);
  seal(&readings_);
  newest().put(bundle(1, 44), newest().read(bundle(1, 44)).substr(0, 40));
  sign_anew();
  EXPECT_TRUE(find(checked(), "access.bundle"));
  newest().remove(bundle(1, 44));
  sign_anew();
  const auto verdict = checked();
  EXPECT_TRUE(find(verdict, "volume.file_missing")) << told(verdict);
}

TEST_F(AccessOnMedia, ShortenedByTheSchoolItselfIsFoundAgainstTheVolumeBefore) {
  RecordProperty("requirement", "ACC-12");
  readings_.read(300);
  seal(&readings_);
  Readings anew;
  anew.read(299);
  seal(&anew);
  const auto verdict = checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kRolledBack);
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_TRUE(find(verdict, "access.shortened"));
}

TEST_F(AccessOnMedia, WrittenAnewByTheSchoolItselfIsAnotherBranch) {
  RecordProperty("requirement", "ACC-12");
  readings_.read(300);
  seal(&readings_);
  Readings anew;  // one reading was left out, and others came
  anew.read(299);
  anew.read(200);
  seal(&anew);
  const auto verdict = checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kRolledBack);
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_TRUE(find(verdict, "access.forked"));
}

TEST_F(AccessOnMedia, LeftOutOfALaterVolumeIsIncomplete) {
  RecordProperty("requirement", "ACC-12");
  readings_.read(3);
  seal(&readings_);
  seal(nullptr);
  const auto verdict = checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kIncomplete);
  EXPECT_TRUE(find(verdict, "access.left_out")) << told(verdict);
}

TEST_F(AccessOnMedia, CheckpointOfAnotherKeyIsNotBelieved) {
  readings_.read(3);
  seal(&readings_);
  const signing::PrivateKey stranger(signing::Secret32::derive(bytes_of("stranger"), "log"));
  newest().put(kAccessCheckpointFile,
               signing::sign_checkpoint({log_.origin() + "/access", 3, {}}, stranger));
  sign_anew();
  const auto verdict = checked();
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_TRUE(find(verdict, "access.checkpoint"));
}

TEST_F(AccessOnMedia, CheckpointOfFarMoreEntriesThanThereAreFilesIsNotFollowed) {
  readings_.read(3);
  seal(&readings_);
  newest().put(
      kAccessCheckpointFile,
      signing::sign_checkpoint({log_.origin() + "/access", 900'000'000'000, {}}, log_.log_key()));
  sign_anew();
  EXPECT_TRUE(find(checked(), "access.extent_impossible"));
}

TEST_F(AccessOnMedia, FileThatDoesNotBelongToItIsFound) {
  readings_.read(3);
  seal(&readings_);
  newest().put("data/access/notes.txt", "who read what\n");
  sign_anew();
  const auto verdict = checked();
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(find(verdict, "access.unexpected_file")->file, "data/access/notes.txt");
}

}  // namespace
}  // namespace letopis::archive

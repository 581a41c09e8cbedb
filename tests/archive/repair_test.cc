#include "archive/repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "archive/compare.h"
#include "archive/layout.h"
#include "archive/medium_failure.h"
#include "archive/random_damage.h"
#include "archive/volume_forger.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using terminal::Exit;

constexpr std::uint64_t kSeeds = 12;

const SealedSchool& school() { return SealedSchool::first_days(); }

std::set<std::string> files_of(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    files.insert(entry.path().lexically_relative(folder).generic_string() +
                 (entry.is_directory() ? "/" : " " + bytes_of_file(entry.path())));
  }
  return files;
}

Result<std::vector<MendedVolume>> mend(const MediumCopy& medium) {
  const auto source = check(school().medium(1), &school().trust());
  return repair(source, check(medium.path(), &school().trust()), {});
}

// The medium's own identity, and what lies there beside its volumes, is not the repairer's affair.
bool is_of_volumes(const MediumCopy& medium) {
  const auto verdict = check(medium.path(), &school().trust());
  for (const auto& finding : verdict.findings) {
    if (finding.where == "medium") return false;
  }
  return std::all_of(verdict.volumes.begin(), verdict.volumes.end(), [&](const auto& one) {
    return fs::exists(school().medium(0) / one.path.filename());
  });
}

TEST(Repair, RandomDamageToVolumesIsMendedFromTheOtherMediumToTheByte) {
  RecordProperty("requirement", "ARC-02 ARC-03");
  std::size_t mended = 0;
  for (std::uint64_t seed = 1'001; seed <= 1'000 + kSeeds && !HasFailure(); ++seed) {
    const MediumCopy medium(school().medium(0));
    const RandomDamage damage(school(), medium, seed);
    SCOPED_TRACE(damage.what());
    if (!is_of_volumes(medium)) continue;
    ASSERT_TRUE(mend(medium));
    EXPECT_EQ(verifier::exit_of(check(medium.path(), &school().trust())), Exit::kGood)
        << told(check(medium.path(), &school().trust()));
    for (const auto& volume : school().volumes()) {
      EXPECT_TRUE(files_of(medium.volume(volume)) == files_of(school().medium(0) / volume.name));
    }
    ++mended;
  }
  EXPECT_GT(mended, kSeeds / 2);
}

TEST(Repair, SoundVolumesAreLeftAlone) {
  const MediumCopy medium(school().medium(0));
  EXPECT_TRUE(mend(medium)->empty());
  const auto note = medium.volume(school().volumes()[0]) / kNoteFile;
  fs::remove(note);
  const auto mended = mend(medium);
  ASSERT_EQ(mended->size(), 1u);
  EXPECT_EQ((*mended)[0].name, school().volumes()[0].name);
  EXPECT_EQ((*mended)[0].files, 1u);
}

TEST(Repair, NothingIsTakenFromAVolumeThatIsNotProved) {
  const auto trusted = check(school().medium(1), &school().trust());
  EXPECT_TRUE(may_mend_from(trusted, trusted.volumes[1]));
  const auto not_trusted = check(school().medium(1), nullptr);
  EXPECT_FALSE(may_mend_from(not_trusted, not_trusted.volumes[1]));

  const MediumCopy gap(school().medium(1));
  fs::remove_all(gap.volume(school().volumes()[0]));
  const auto alone = check(gap.path(), &school().trust());
  EXPECT_FALSE(may_mend_from(alone, alone.volumes[0])) << "signatures were not checked";
  EXPECT_TRUE(may_mend_from(alone, alone.volumes[1]));
  EXPECT_FALSE(may_mend_from(trusted, {}));
}

TEST(Repair, TwoSoundVolumesOfOneNameAreNotChosenBetween) {
  const MediumCopy medium(school().medium(0));
  auto log = school().log_at(2);
  log.state({events::AccountOpened{{3}}});
  seal_over(school(), medium, log);
  const auto trust = school().trust_without_checkpoints();
  const auto source = check(school().medium(1), &trust);
  const auto target = check(medium.path(), &trust);
  const auto before = files_of(medium.path());
  const auto refused = repair(source, target, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "repair.forked");
  EXPECT_EQ(files_of(medium.path()), before);

  const auto comparison = compare_media(source, target);
  EXPECT_EQ(comparison.same, 2u);
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].what.code, "media.forked");
}

TEST(Compare, TheTwoMediaOfASchoolAreTheSame) {
  RecordProperty("requirement", "ARC-03");
  const auto one = check(school().medium(0), &school().trust());
  const auto other = check(school().medium(1), &school().trust());
  const auto comparison = compare_media(one, other);
  EXPECT_EQ(comparison.same, 3u);
  EXPECT_TRUE(comparison.findings.empty());
}

TEST(Compare, OneMediumGivenTwiceIsNoSecondCopy) {
  const auto one = check(school().medium(0), &school().trust());
  const auto comparison = compare_media(one, one);
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].what.code, "media.same_medium");
}

TEST(Compare, VolumesThatOneMediumLacksOrHoldsOtherwiseAreNamed) {
  const MediumCopy medium(school().medium(1));
  fs::remove_all(medium.volume(school().volumes()[1]));
  const VolumeForger first(medium, school().volumes()[0].name);
  first.put(kReadMeFile, "Read me first.\n");
  first.sign_anew(school().log().origin(), school().log().log_key());
  const auto one = check(school().medium(0), &school().trust());
  const auto other = check(medium.path(), &school().trust());
  for (const auto& comparison : {compare_media(one, other), compare_media(other, one)}) {
    EXPECT_EQ(comparison.same, 1u);
    std::set<std::string> codes;
    for (const auto& finding : comparison.findings) codes.insert(finding.what.code);
    EXPECT_EQ(codes, (std::set<std::string>{"media.volumes_differ", "media.volume_missing"}));
  }
}

// A volume that is perfect in itself may be another than the one that was sealed.
TEST(Repair, NothingIsTakenFromAMediumThatIsOutOfLineWithItsLog) {
  auto verdict = check(school().medium(0), &school().trust());
  const auto volume = verdict.volumes.front();
  ASSERT_TRUE(may_mend_from(verdict, volume));
  for (const char* where : {"volume", "start", "known"}) {
    auto other = verdict;
    other.findings.push_back({audit::Fault::kAltered, where, std::nullopt, {}});
    other.findings_in_all = 1;
    EXPECT_FALSE(may_mend_from(other, volume)) << where;
  }
  auto forked = verdict;
  forked.findings.push_back(
      {audit::Fault::kRolledBack, "known", std::nullopt, {"known.forked", {}}});
  forked.findings_in_all = 1;
  EXPECT_FALSE(may_mend_from(forked, volume));
  auto unkept = verdict;
  unkept.findings_in_all = 101;
  EXPECT_FALSE(may_mend_from(unkept, volume));
}

// What was checked and what is copied must be the same bytes; if not, the target keeps what it has.
TEST(Repair, SourceThatChangedSinceTheCheckMendsNothing) {
  const MediumCopy source(school().medium(0));
  const MediumCopy target(school().medium(1));
  const auto name = school().volumes()[0].name;
  const auto file = fs::path(name) / kCheckpointFile;
  target.put(file, target.read(file) + "x");
  const auto sound = check(source.path(), &school().trust());
  const auto damaged = check(target.path(), &school().trust());
  const auto before = files_of(target.path());
  source.put(fs::path(name) / kManifestFile, "");
  EXPECT_THROW(static_cast<void>(repair(sound, damaged, {})), MediumFailure);
  EXPECT_EQ(files_of(target.path()), before);
}

}  // namespace
}  // namespace letopis::archive

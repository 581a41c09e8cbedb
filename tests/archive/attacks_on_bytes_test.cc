// What somebody does to a volume without the log's key, and what the one can do who stole it: the
// authors' own signatures still stand against both.
#include <gtest/gtest.h>

#include "archive/layout.h"
#include "archive/volume_forger.h"
#include "archive/volume_note.h"
#include "events/facts_marks.h"
#include "verifier/entry_teller.h"

namespace letopis::archive {
namespace {

using terminal::Exit;

// A mark of the first weeks is a five now; its author never signed that.
class EditedMark {
 public:
  EditedMark() : log(school.log_at(2)), position(log.find("mark_given", 4'000)) {
    log.falsify(position, [](events::Event& event) {
      auto& mark = std::get<events::MarkGiven>(event.fact);
      mark.value = mark.value == events::MarkValue::kFive ? events::MarkValue::kFour
                                                          : events::MarkValue::kFive;
    });
  }

  Verdict checked() const { return check(medium.path(), &school.trust()); }
  bool names_entry(const Verdict& verdict, std::string_view code) const {
    const auto* finding = find(verdict, code);
    return finding && finding->position && finding->position->value == position;
  }

  const SealedSchool& school = SealedSchool::whole_year();
  const MediumCopy medium{school.medium(0)};
  const VolumeForger newest{medium, school.volumes()[2].name};
  MemoryLog log;
  const std::uint64_t position;
};

TEST(AttackOnBytes, MarkEditedInItsBundleIsNamedByEveryCheck) {
  RecordProperty("requirement", "ARC-05 ARC-02");
  const EditedMark edited;
  edited.newest.put_bundle(edited.log, edited.position);
  const auto verdict = edited.checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  EXPECT_TRUE(edited.names_entry(verdict, "entry.not_in_tree")) << told(verdict);
  EXPECT_TRUE(edited.names_entry(verdict, "signature.invalid")) << told(verdict);
  EXPECT_TRUE(edited.names_entry(verdict, "rendition.differs")) << told(verdict);
  EXPECT_EQ(find(verdict, "volume.file_altered")->file,
            bundle_file(edited.position, edited.log.size()));
}

TEST(AttackOnBytes, TileThatAgreesWithTheEditedMarkChangesNothing) {
  const EditedMark edited;
  edited.newest.put_bundle(edited.log, edited.position);
  edited.newest.put_tile(edited.log, edited.position);
  const auto verdict = edited.checked();
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  EXPECT_TRUE(edited.names_entry(verdict, "signature.invalid")) << told(verdict);
  EXPECT_TRUE(find(verdict, "tree.root"));
  EXPECT_TRUE(find(verdict, "tile.differs"));
}

TEST(AttackOnBytes, ManifestsMadeAnewAroundAnEditedMarkAreNotSigned) {
  RecordProperty("requirement", "ARC-05");
  const EditedMark edited;
  edited.newest.put_bundle(edited.log, edited.position);
  edited.newest.put_tile(edited.log, edited.position);
  edited.newest.put_upper_tiles(edited.log);
  edited.newest.put_renditions(edited.log, edited.position);
  edited.newest.list_anew();
  for (const Trust* trust : {&edited.school.trust(), static_cast<const Trust*>(nullptr)}) {
    const auto verdict = check(edited.medium.path(), trust);
    EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
    EXPECT_FALSE(find(verdict, "volume.file_altered")) << "the manifests agree with the files";
    EXPECT_FALSE(find(verdict, "rendition.differs"));
    EXPECT_EQ(find(verdict, "volume.signature")->file, kTagManifestFile);
    EXPECT_TRUE(edited.names_entry(verdict, "signature.invalid")) << told(verdict);
    EXPECT_TRUE(find(verdict, "tree.root"));
  }
}

TEST(AttackOnBytes, StolenLogKeyDoesNotSignForTheAuthorWhoIsNamed) {
  RecordProperty("requirement", "ARC-05");
  const EditedMark edited;
  seal_over(edited.school, edited.medium, edited.log);
  const auto trust = edited.school.trust_without_checkpoints();
  const auto verdict = check(edited.medium.path(), &trust);
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_TRUE(edited.names_entry(verdict, "signature.invalid"));
  const auto author = edited.log.event(edited.position).author.value;
  verifier::EntryTeller teller(verdict, terminal::Language::kRussian);
  EXPECT_NE(teller.tell({edited.position}).find("автор № " + std::to_string(author)),
            std::string::npos)
      << teller.tell({edited.position});
}

TEST(AttackOnBytes, WholeMediumSealedWithAnotherKeyOfTheSameNameIsNotBelieved) {
  RecordProperty("requirement", "ARC-05");
  const auto& school = SealedSchool::first_days();
  const MediumCopy medium(school.medium(0));
  const VolumeForger newest(medium, school.volumes()[2].name);
  const signing::PrivateKey stranger(signing::Secret32::derive(bytes_of("stranger"), "log"));
  const auto verifier = signing::log_verifier_key(school.log().origin(), stranger.public_key());
  const auto& sealed = school.volumes()[2];
  newest.put(kVerifierKeyFile, signing::print_verifier_key(verifier) + "\n");
  newest.put(
      kCheckpointFile,
      signing::sign_checkpoint({school.log().origin(), sealed.end.value, sealed.root}, stranger));
  newest.sign_anew(school.log().origin(), stranger);
  const auto verdict = check(medium.path(), &school.trust());
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  ASSERT_TRUE(find(verdict, "note.not_trusted")) << told(verdict);
  EXPECT_TRUE(names_file(verdict, kNoteFile) && names_file(verdict, kCheckpointFile));
}

TEST(AttackOnBytes, ReadableLineThatWasEditedAndSignedAnewIsNamed) {
  const auto& school = SealedSchool::first_days();
  const MediumCopy medium(school.medium(0));
  const VolumeForger newest(medium, school.volumes()[2].name);
  auto lines = newest.read(rendition_path(0));
  const auto at = lines.find("\"position\":77,");
  lines[lines.find("\"author\":", at) + 9] = '9';
  newest.put(rendition_path(0), lines);
  newest.sign_anew(school.log().origin(), school.log().log_key());
  const auto verdict = check(medium.path(), &school.trust());
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  ASSERT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(verdict.findings[0].what.code, "rendition.differs");
  EXPECT_EQ(verdict.findings[0].position->value, 77u);
  EXPECT_EQ(verdict.findings[0].file, rendition_path(0));
}

TEST(AttackOnBytes, TableOfKeysThatIsNotTheLogsIsFound) {
  const auto& school = SealedSchool::first_days();
  const MediumCopy medium(school.medium(0));
  const VolumeForger newest(medium, school.volumes()[2].name);
  newest.put(kAuthorsFile, "number,person,key_id,public_key,enrolled,ended\n");
  newest.sign_anew(school.log().origin(), school.log().log_key());
  const auto verdict = check(medium.path(), &school.trust());
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  ASSERT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(verdict.findings[0].what.code, "keys.authors");
}

// A stranger's line stands in no manifest: only its absence from the format finds it.
TEST(AttackOnBytes, LineAddedToTheNewestSignatureIsFound) {
  RecordProperty("requirement", "ARC-05");
  const auto& school = SealedSchool::first_days();
  const MediumCopy medium(school.medium(0));
  const VolumeForger newest(medium, school.volumes()[2].name);
  newest.put(kNoteFile, newest.read(kNoteFile) + "\xE2\x80\x94 somebody AAAAAAAA\n");
  const auto verdict = check(medium.path(), &school.trust());
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  EXPECT_TRUE(names_file(verdict, kNoteFile)) << told(verdict);
}

TEST(AttackOnBytes, ExtentThatNoVolumeHasIsRefusedAtOnce) {
  const auto& school = SealedSchool::first_days();
  const std::uint64_t all = ~std::uint64_t{0};
  const struct {
    std::uint64_t first, end;
  } extents[] = {{0, 999'999'999'999}, {0, all}, {all - 300, all}, {256, 1'000'000'000}};
  for (const auto& extent : extents) {
    for (const bool signed_anew : {false, true}) {
      const MediumCopy medium(school.medium(0));
      const VolumeForger volume(medium, school.volumes()[1].name);
      volume.change_info([&](BagInfo& info) {
        info.first = {extent.first};
        info.end = {extent.end};
      });
      volume.list_anew();
      if (signed_anew) volume.sign_anew(school.log().origin(), school.log().log_key());
      const auto verdict = check(medium.path(), &school.trust());
      EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered) << told(verdict);
      EXPECT_TRUE(names_file(verdict, kBagInfoFile)) << told(verdict);
    }
  }
}

TEST(AttackOnBytes, SumThatIsNotOfTheFilesIsFound) {
  const auto& school = SealedSchool::first_days();
  const MediumCopy medium(school.medium(0));
  const VolumeForger newest(medium, school.volumes()[2].name);
  newest.change_info([](BagInfo& info) { ++info.bytes; });
  Manifest tags;
  for (const auto tag : {kReadMeFile, kBagInfoFile, kBagItFile, kManifestFile}) {
    tags[std::string(tag)] = signing::sha256(bytes_of(newest.read(tag)));
  }
  newest.put(kTagManifestFile, print_manifest(tags));
  newest.put(kNoteFile, sign_volume({school.volumes()[2].name,
                                     signing::sha256(bytes_of(newest.read(kTagManifestFile)))},
                                    school.log().origin(), school.log().log_key()));
  const auto verdict = check(medium.path(), &school.trust());
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  ASSERT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(verdict.findings[0].what.code, "volume.oxum");
}

TEST(AttackOnBytes, NamesThatCommandATerminalAreShownHarmlessly) {
  const auto& school = SealedSchool::first_days();
  const MediumCopy medium(school.medium(0));
  const char* wild = "\x1b[2J\xff";
  medium.put(wild, "x");
  for (const char* folder : {"data", "signatures"}) {
    medium.put(std::filesystem::path(school.volumes()[0].name) / folder / wild, "x");
  }
  const auto verdict = check(medium.path(), &school.trust());
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  EXPECT_TRUE(names_file(verdict, "\\x1b[2J\\xff")) << told(verdict);
  EXPECT_TRUE(names_file(verdict, "data/\\x1b[2J\\xff"));
  EXPECT_TRUE(names_file(verdict, "signatures/\\x1b[2J\\xff"));
  EXPECT_EQ(told(verdict).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace letopis::archive

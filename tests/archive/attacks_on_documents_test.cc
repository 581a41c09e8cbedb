// What somebody does to certified documents on a medium: without any key, with the log's stolen
// key, and with an authority of his own.
#include <gtest/gtest.h>

#include <algorithm>

#include "archive/layout.h"
#include "archive/sealed_documents.h"
#include "archive/volume_forger.h"
#include "pki/office.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using Volume = DocumentSchool::Volume;

constexpr const char* kSummary = "data/documents/9a/summary.pdf";
constexpr const char* kJournal = "data/documents/9a/journal.pdf";

std::string text(Bytes bytes) { return std::string(text_of(bytes)); }

class AttackOnDocuments : public testing::Test {
 protected:
  void SetUp() override { RecordProperty("requirement", "ARC-06"); }

  Verdict verdict(pki::Moment now = pki::kNow) const {
    CheckSettings settings;
    settings.trust = &school_.trust();
    settings.now = now;
    return *check_medium(copy_.path(), settings, {});
  }
  void sign_anew() const { forger_.sign_anew(school_.log().origin(), school_.log().log_key()); }

  // The finding of that code, which must be there and name this file.
  static void expect_found(const Verdict& verdict, std::string_view code, std::string_view file) {
    for (const auto& one : verdict.findings) {
      if (one.what.code == code && one.file == file) return;
    }
    ADD_FAILURE() << code << " in " << file << " was not found:\n" << told(verdict);
  }

  const DocumentSchool& school_ = DocumentSchool::whole();
  const MediumCopy copy_{school_.medium(0)};
  const VolumeForger forger_{copy_, school_.volume(Volume::kKept).name};
};

TEST_F(AttackOnDocuments, AnEditUnderNewManifestsIsFoundAndTheDocumentNamed) {
  forger_.put(kSummary, "%PDF-1.4 all fives");
  forger_.list_anew();
  const auto found = verdict();
  EXPECT_TRUE(found.altered);
  EXPECT_TRUE(find(found, "volume.signature")) << told(found);
  expect_found(found, "signature.content", std::string(kSummary) + ".sig");
  const auto& all = found.findings;
  const auto named = std::find_if(all.begin(), all.end(),
                                  [](const auto& one) { return one.where == "documents"; });
  ASSERT_NE(named, all.end());
  EXPECT_NE(named->what.says.ru.find("класс 9a, документ summary.pdf"), std::string::npos)
      << named->what.says.ru;
}

TEST_F(AttackOnDocuments, AnEditUnderTheLogsStolenKeyIsFoundByTheCertificate) {
  forger_.put(kSummary, "%PDF-1.4 all fives");
  sign_anew();
  const auto found = verdict();
  expect_found(found, "signature.content", std::string(kSummary) + ".sig");
  EXPECT_TRUE(find(found, "volume.not_sealed")) << "the log knows another volume: " << told(found);
}

TEST_F(AttackOnDocuments, SwappedSignaturesAreFound) {
  const auto one = forger_.read(std::string(kSummary) + ".sig");
  forger_.put(std::string(kSummary) + ".sig", forger_.read(std::string(kJournal) + ".sig"));
  forger_.put(std::string(kJournal) + ".sig", one);
  sign_anew();
  const auto found = verdict();
  expect_found(found, "timestamp.other_content", std::string(kSummary) + ".sig.tsr");
  expect_found(found, "timestamp.other_content", std::string(kJournal) + ".sig.tsr");
}

TEST_F(AttackOnDocuments, ARemovedTimestampIsMissed) {
  forger_.remove(std::string(kSummary) + ".sig.tsr");
  expect_found(verdict(), "volume.file_missing", std::string(kSummary) + ".sig.tsr");
  sign_anew();
  EXPECT_TRUE(find(verdict(), "volume.not_sealed")) << "the log knows what was sealed";
}

TEST_F(AttackOnDocuments, ATimestampOfAnotherFileIsFound) {
  forger_.put(std::string(kSummary) + ".sig.tsr", forger_.read(std::string(kJournal) + ".sig.tsr"));
  sign_anew();
  expect_found(verdict(), "timestamp.other_content", std::string(kSummary) + ".sig.tsr");
}

TEST_F(AttackOnDocuments, ATimestampThatIsNoneIsFound) {
  forger_.put(std::string(kSummary) + ".sig.tsr", "12:30, I swear");
  sign_anew();
  expect_found(verdict(), "timestamp.malformed", std::string(kSummary) + ".sig.tsr");
}

TEST_F(AttackOnDocuments, ACertificateOfAnotherAuthorityIsFound) {
  const pki::Office stranger("Чужой центр");
  const std::string pdf = "%PDF-1.4 all fives";
  const auto signature = stranger.sign(pdf);
  forger_.put(kSummary, pdf);
  forger_.put(std::string(kSummary) + ".sig", text(signature));
  forger_.put(std::string(kSummary) + ".sig.tsr", text(stranger.stamp(signature)));
  sign_anew();
  expect_found(verdict(), "certificate.untrusted", std::string(kSummary) + ".sig");
  // His own root beside the school's, and in its place.
  const auto root = pki::print_pem(stranger.authority.certificate());
  for (const auto& roots : {forger_.read(kAuthoritiesFile) + root, root}) {
    forger_.put(kAuthoritiesFile, roots);
    sign_anew();
    expect_found(verdict(), "certificate.untrusted", std::string(kSummary) + ".sig");
  }
}

TEST_F(AttackOnDocuments, ACertificateRevokedBeforeItSignedIsFound) {
  const auto revoked = pki::office().revoking(pki::office().director.certificate(),
                                              pki::kSigned - std::chrono::days(1));
  forger_.put(revocations_path(0), text(revoked.der));
  sign_anew();
  expect_found(verdict(), "certificate.revoked", std::string(kSummary) + ".sig");
}

TEST_F(AttackOnDocuments, ARenamedClassFolderIsFound) {
  const auto documents = copy_.volume(school_.volume(Volume::kKept)) / "data/documents";
  fs::rename(documents / "9a", documents / "11a");
  const auto found = verdict();
  expect_found(found, "volume.file_missing", kSummary);
  expect_found(found, "volume.extra_file", "data/documents/11a/summary.pdf");
  sign_anew();
  EXPECT_TRUE(find(verdict(), "volume.not_sealed"));
}

TEST_F(AttackOnDocuments, ADeletedVolumeIsMissed) {
  fs::remove_all(copy_.volume(school_.volume(Volume::kKept)));
  const auto found = verdict();
  EXPECT_TRUE(found.incomplete);
  ASSERT_TRUE(find(found, "volume.missing"));
  EXPECT_EQ(find(found, "volume.missing")->file, school_.volume(Volume::kKept).name);
}

TEST_F(AttackOnDocuments, AnOldVolumeInThePlaceOfANewerIsFound) {
  const auto newer = copy_.volume(school_.volume(Volume::kForEver));
  fs::remove_all(newer);
  fs::copy(copy_.volume(school_.volume(Volume::kKept)), newer, fs::copy_options::recursive);
  const auto found = verdict();
  EXPECT_TRUE(found.altered);
  EXPECT_TRUE(find(found, "volume.name")) << told(found);
}

TEST_F(AttackOnDocuments, AVolumeThatTheLogDoesNotKnowIsFound) {
  DocumentWish wish;
  wish.volume = {1};
  wish.documents = {document("9a", "summary.pdf")};
  wish.certificates = certificates_of_the_office();
  const TemporaryDirectory other(quick_place());
  ASSERT_TRUE(try_to_seal_documents(school_.log(), wish, {copy_.path(), other.path()}));
  const auto found = verdict();
  EXPECT_TRUE(find(found, "volume.not_sealed")) << told(found);
}

TEST_F(AttackOnDocuments, ADocumentSlippedInIsFound) {
  forger_.put("data/documents/9a/added.pdf", "%PDF-1.4");
  expect_found(verdict(), "volume.extra_file", "data/documents/9a/added.pdf");
  sign_anew();
  EXPECT_TRUE(find(verdict(), "volume.document_count"));
}

TEST_F(AttackOnDocuments, SignaturesOfNothingAreFound) {
  forger_.remove(kSummary);
  forger_.remove("data/documents/9a/summary.csv");
  forger_.remove(std::string(kJournal) + ".sig");
  fs::create_directory(copy_.volume(school_.volume(Volume::kKept)) / "data/documents/9a/deep");
  forger_.put("data/documents/9a/deep/x.pdf", "%PDF-1.4");
  forger_.put("data/documents/x.pdf", "%PDF-1.4");
  sign_anew();
  const auto found = verdict();
  expect_found(found, "document.missing", std::string(kSummary) + ".sig");
  expect_found(found, "document.missing", std::string(kJournal) + ".sig.tsr");
  expect_found(found, "volume.unexpected_file", "data/documents/9a/deep/x.pdf");
  expect_found(found, "volume.unexpected_file", "data/documents/x.pdf");
}

// The certificates' signatures of a volume itself, of a log volume as of documents.
TEST_F(AttackOnDocuments, ASignatureOfAnotherVolumeIsFound) {
  const auto& log = school_.volume(Volume::kFirstLog);
  const fs::path file = "signatures/tagmanifest-sha256.txt.sig";
  copy_.put(log.name / file, copy_.read(school_.volume(Volume::kKept).name / file));
  const auto found = verdict();
  ASSERT_TRUE(find(found, "timestamp.other_content")) << told(found);
  EXPECT_EQ(find(found, "timestamp.other_content")->volume, log.name);
  EXPECT_TRUE(find(found, "volume.not_sealed")) << "the log knows the digest of every signature";
}

TEST_F(AttackOnDocuments, ARemovedSignatureOfAVolumeIsMissed) {
  const auto& log = school_.volume(Volume::kFirstLog);
  fs::remove(copy_.volume(log) / "signatures/tagmanifest-sha256.txt.sig");
  const auto found = verdict();
  EXPECT_TRUE(find(found, "volume.timestamp_of_nothing")) << told(found);
  EXPECT_TRUE(find(found, "volume.not_sealed"));
}

TEST_F(AttackOnDocuments, AForeignFileAmongTheSignaturesIsFound) {
  forger_.put("signatures/tagmanifest-sha256.txt.sig.exe", "x");
  expect_found(verdict(), "volume.extra_signature", "signatures/tagmanifest-sha256.txt.sig.exe");
}

}  // namespace
}  // namespace letopis::archive

#include <gtest/gtest.h>

#include "archive/bag_info.h"
#include "archive/compare.h"
#include "archive/layout.h"
#include "archive/repair.h"
#include "archive/sealed_documents.h"
#include "archive/volume_forger.h"
#include "pki/office.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using Volume = DocumentSchool::Volume;

Verdict check_at(const fs::path& path, const Trust* trust, pki::Moment now) {
  CheckSettings settings;
  settings.trust = trust;
  settings.now = now;
  return *check_medium(path, settings, {});
}

TEST(DocumentVolumes, AMediumWithDocumentsAndLogIsIntactAndSaysWhoSigned) {
  RecordProperty("requirement", "ARC-06");
  const auto& school = DocumentSchool::whole();
  for (const std::size_t which : {0U, 1U}) {
    const auto verdict = check_at(school.medium(which), &school.trust(), pki::kNow);
    EXPECT_TRUE(verdict.intact()) << told(verdict);
    EXPECT_EQ(verdict.trust, TrustState::kTrusted);
    EXPECT_EQ(verdict.volumes.size(), 4u);
    EXPECT_EQ(verdict.size, school.volume(Volume::kSecondLog).end.value) << "of the log";
    const auto& certified = verdict.certified;
    EXPECT_EQ(certified.documents, 6u);
    EXPECT_EQ(certified.not_signed, 0u);
    EXPECT_EQ(certified.volumes, 4u);
    EXPECT_EQ(certified.signatures, 10u) << "of documents and of tag manifests";
    EXPECT_EQ(certified.timestamps, 10u);
    EXPECT_EQ(certified.not_checked, 0u);
    EXPECT_EQ(certified.signers.at("Иванова Ирина Ивановна"), 10u);
    EXPECT_EQ(certified.first_stamped, pki::kStamped);
    EXPECT_EQ(certified.last_stamped, pki::kStamped);
    EXPECT_TRUE(certified.vouched);
    EXPECT_TRUE(certified.information.empty()) << certified.information.front().says.en;
  }
}

TEST(DocumentVolumes, BothMediaHoldTheSameBytes) {
  const auto& school = DocumentSchool::whole();
  const auto one = check(school.medium(0), &school.trust());
  const auto comparison = compare_media(one, check(school.medium(1), &school.trust()));
  EXPECT_EQ(comparison.same, 4u);
  EXPECT_TRUE(comparison.findings.empty());
}

TEST(DocumentVolumes, ExpiredSinceIsInformationAndNoFault) {
  RecordProperty("requirement", "ARC-02");
  const auto& school = DocumentSchool::whole();
  const auto verdict =
      check_at(school.medium(0), &school.trust(), pki::kFounded + std::chrono::days(9'000));
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  ASSERT_FALSE(verdict.certified.information.empty());
  EXPECT_NE(verdict.certified.information.front().says.en.find("expired since"), std::string::npos);
  EXPECT_EQ(verdict.certified.information.front().times, 20u) << "the director's, the authority's";
}

TEST(DocumentVolumes, WithoutAnAuthorityInTheTrustFileSignaturesAgreeWithThemselvesOnly) {
  RecordProperty("requirement", "ARC-02");
  const auto& school = DocumentSchool::whole();
  auto trust = school.trust();
  trust.authorities.clear();
  const auto verdict = check_at(school.medium(0), &trust, pki::kNow);
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.trust, TrustState::kTrusted) << "of the log's key";
  EXPECT_EQ(verdict.certified.signatures, 10u);
  EXPECT_FALSE(verdict.certified.vouched);
}

TEST(DocumentVolumes, OneVolumeAloneIsCheckedByItself) {
  const auto& school = DocumentSchool::whole();
  const auto path = school.medium(0) / school.volume(Volume::kKept).name;
  const auto verdict = check_at(path, &school.trust(), pki::kNow);
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.volumes.size(), 1u);
  EXPECT_EQ(verdict.size, school.volume(Volume::kKept).end.value);
  EXPECT_EQ(verdict.certified.documents, 3u);
}

TEST(DocumentVolumes, ChainsOfLogAndDocumentsDoNotBreakEachOther) {
  const auto& school = DocumentSchool::whole();
  const auto info = [&](Volume which) {
    const MediumCopy copy(school.medium(0));
    return *parse_bag_info(copy.read(fs::path(school.volume(which).name) / kBagInfoFile));
  };
  EXPECT_EQ(info(Volume::kSecondLog).previous->name, school.volume(Volume::kFirstLog).name);
  EXPECT_EQ(info(Volume::kForEver).previous->name, school.volume(Volume::kKept).name);
  EXPECT_EQ(info(Volume::kKept).keep_until, DocumentSchool::kKeepUntil);
  EXPECT_FALSE(info(Volume::kForEver).keep_until);
  const MediumCopy copy(school.medium(0));
  fs::remove_all(copy.volume(school.volume(Volume::kKept)));
  const auto verdict = check(copy.path(), &school.trust());
  EXPECT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_TRUE(find(verdict, "volume.missing"));
}

// Whoever holds the log's key can make one more volume; an entry of it in the log is beyond them.
TEST(DocumentVolumes, NewerThanTheLogOnTheMediumIsNotVouchedForYet) {
  RecordProperty("requirement", "ARC-05");
  const auto& school = DocumentSchool::whole();
  const MediumCopy copy(school.medium(0));
  fs::remove_all(copy.volume(school.volume(Volume::kSecondLog)));
  const auto verdict = check(copy.path(), &school.trust());
  EXPECT_TRUE(find(verdict, "volume.not_yet_told")) << told(verdict);
  EXPECT_TRUE(verdict.incomplete);
  EXPECT_FALSE(verdict.altered);
}

TEST(DocumentVolumes, DestroyedByAnActIsNotMissing) {
  RecordProperty("requirement", "ARC-08");
  const auto& school = DocumentSchool::after_destruction();
  const auto one = check(school.medium(0), &school.trust());
  EXPECT_TRUE(one.intact()) << told(one);
  ASSERT_EQ(one.destroyed.size(), 1u);
  EXPECT_EQ(one.destroyed.front().name, school.volume(Volume::kKept).name);
  EXPECT_EQ(one.destroyed.front().act.number, "№ 12");
  EXPECT_TRUE(one.owed.empty());
  const auto other = check(school.medium(1), &school.trust());
  EXPECT_TRUE(other.intact()) << told(other);
  ASSERT_EQ(other.owed.size(), 1u) << "the second medium still holds it";
  EXPECT_EQ(other.owed.front().name, school.volume(Volume::kKept).name);
  EXPECT_TRUE(compare_media(one, other).findings.empty());
}

TEST(DocumentVolumes, DestructionThatOnlyTheLiveLogKnowsIsToldToo) {
  RecordProperty("requirement", "ARC-08");
  const auto& school = DocumentSchool::whole();
  const MediumCopy copy(school.medium(0));
  const auto& kept = school.volume(Volume::kKept);
  fs::remove_all(copy.volume(kept));
  CheckSettings settings;
  settings.trust = &school.trust();
  settings.destroyed = {{kept.name, {2}, {1}, {"№ 12", {22'000}}}};
  const auto verdict = *check_medium(copy.path(), settings, {});
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  ASSERT_EQ(verdict.destroyed.size(), 1u);
}

TEST(DocumentVolumes, DestroyedVolumePutBackIsFound) {
  RecordProperty("requirement", "ARC-08");
  const auto& school = DocumentSchool::after_destruction();
  const MediumCopy copy(school.medium(0));
  const auto& kept = school.volume(Volume::kKept);
  fs::copy(school.medium(1) / kept.name, copy.volume(kept), fs::copy_options::recursive);
  const auto verdict = check(copy.path(), &school.trust());
  EXPECT_TRUE(verdict.altered);
  const auto* found = find(verdict, "volume.put_back");
  ASSERT_TRUE(found) << told(verdict);
  EXPECT_NE(found->what.says.ru.find("№ 12"), std::string::npos) << found->what.says.ru;
}

TEST(DocumentVolumes, RepairMendsDocumentsButBringsNothingDestroyedBack) {
  RecordProperty("requirement", "ARC-08");
  const auto& school = DocumentSchool::after_destruction();
  const MediumCopy copy(school.medium(0));
  const auto& for_ever = school.volume(Volume::kForEver);
  const auto file = fs::path(for_ever.name) / "data/documents/9b/summary.pdf";
  copy.put(file, "%PDF-1.4 other");
  copy.put(fs::path(for_ever.name) / "signatures/tagmanifest-sha256.txt.sig", "cut");
  const auto source = check(school.medium(1), &school.trust());
  const auto mended = repair(source, check(copy.path(), &school.trust()), {});
  ASSERT_TRUE(mended) << mended.refusal().says.en;
  ASSERT_EQ(mended->size(), 1u);
  EXPECT_EQ(mended->front().name, for_ever.name);
  EXPECT_EQ(mended->front().files, 2u);
  EXPECT_FALSE(fs::exists(copy.volume(school.volume(Volume::kKept))));
  const auto after = check(copy.path(), &school.trust());
  EXPECT_TRUE(after.intact()) << told(after);
}

// What a school seals before it has any certificate, and what GOST alone signed.
TEST(DocumentVolumes, WithoutCertificatesTheLogsNoteStandsAlone) {
  const auto& school = DocumentSchool::whole();
  const TemporaryDirectory one(quick_place()), other(quick_place());
  DocumentWish wish;
  wish.volume = {7};
  auto plain = document("9a", "plain.pdf");
  plain.signatures.clear();
  auto gost = document("9a", "gost.pdf");
  gost.signatures = {{std::string(kGostSuffix), "\x30\x03"}};
  wish.documents = {plain, gost};
  const auto sealed = try_to_seal_documents(school.log(), wish, {one.path(), other.path()});
  ASSERT_TRUE(sealed) << sealed.refusal().says.en;
  EXPECT_EQ(sealed->signatures.size(), 1u);
  auto trust = school.trust();
  const auto asked = check(one.path() / sealed->name, &trust);
  EXPECT_TRUE(find(asked, "document.not_signed")) << "whoever knows authorities asks for theirs";
  EXPECT_TRUE(find(asked, "volume.not_signed")) << told(asked);
  EXPECT_FALSE(asked.altered);
  trust.authorities.clear();
  const auto verdict = check(one.path() / sealed->name, &trust);
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.certified.documents, 2u);
  EXPECT_EQ(verdict.certified.not_signed, 1u);
  EXPECT_EQ(verdict.certified.not_checked, 1u) << "not bad";
  EXPECT_EQ(verdict.certified.signatures, 0u);
}

std::string refusal_of(DocumentWish wish) {
  const TemporaryDirectory one(quick_place()), other(quick_place());
  wish.volume = {7};
  const auto sealed =
      try_to_seal_documents(DocumentSchool::whole().log(), wish, {one.path(), other.path()});
  EXPECT_TRUE(fs::is_empty(one.path()) || sealed) << "nothing stays of what was refused";
  return sealed ? "" : sealed.refusal().code;
}

TEST(DocumentVolumes, WhatNoVolumeCanHoldIsRefusedAndNothingStays) {
  const auto of = [](std::vector<SealedDocument> documents) {
    DocumentWish wish;
    wish.documents = std::move(documents);
    return refusal_of(std::move(wish));
  };
  EXPECT_EQ(of({}), "volume.no_documents");
  EXPECT_EQ(of({document("9а", "summary.pdf")}), "document.name") << "a Cyrillic letter";
  EXPECT_EQ(of({document("..", "summary.pdf")}), "document.name");
  EXPECT_EQ(of({document("9a/b", "summary.pdf")}), "document.name");
  EXPECT_EQ(of({document("9a", "summary.html")}), "document.name");
  EXPECT_EQ(of({document("9a", ".pdf")}), "document.name");
  EXPECT_EQ(of({document("9a", "a.pdf"), document("9a", "A.pdf")}), "document.name");
  EXPECT_EQ(of({document("9a", "a.pdf"), document("9A", "b.pdf")}), "document.name");
  auto odd = document("9a", "a.pdf");
  odd.signatures.front().suffix = ".exe";
  EXPECT_EQ(of({odd}), "document.name");
  DocumentWish wish;
  wish.registers = {{"copies.txt", ""}};
  EXPECT_EQ(refusal_of(wish), "document.name");
  wish.registers = {{"copies.csv", "a\n"}};
  EXPECT_EQ(refusal_of(wish), "") << "a register alone will do";
  wish.certificates.sign = [](std::string_view) -> Result<std::vector<SideFile>> {
    return Refusal{"signer.locked", {"ключ заперт", "the key is locked"}};
  };
  EXPECT_EQ(refusal_of(wish), "signer.locked");
  wish.certificates.sign = [](std::string_view) -> Result<std::vector<SideFile>> {
    return std::vector<SideFile>{{".note", "x"}};
  };
  EXPECT_EQ(refusal_of(wish), "signature.suffix");
}

}  // namespace
}  // namespace letopis::archive

// A document volume of version 1 is found intact by every later version, and is sealed the same.
// LETOPIS_WRITE_GOLDENS=1 writes it where there is none.
#include <gtest/gtest.h>

#include <cstdlib>

#include "archive/bag_info.h"
#include "archive/layout.h"
#include "archive/sealed_documents.h"
#include "pki/office.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "trial_2025-2026_doc_v002";

fs::path place() { return LETOPIS_SOURCE_DIR "/tests/golden/archive/v1/documents"; }
fs::path volume() { return place() / kName; }

void write_golden() {
  const char* wish = std::getenv("LETOPIS_WRITE_GOLDENS");
  if (!wish || std::string_view(wish) != "1" || fs::exists(place())) return;
  const auto& school = DocumentSchool::whole();
  fs::create_directories(place());
  fs::copy(school.medium(0) / kName, volume(), fs::copy_options::recursive);
  put_file(place() / "trust.txt", print_trust(school.trust()));
}

Trust golden_trust() {
  auto trust = parse_trust(bytes_of_file(place() / "trust.txt"));
  INVARIANT(trust.has_value());
  return std::move(*trust);
}

Verdict check_golden(const fs::path& path) {
  const auto trust = golden_trust();
  CheckSettings settings;
  settings.trust = &trust;
  settings.now = pki::kNow;
  return *check_medium(path, settings, {});
}

std::vector<std::string> files_of(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& one : fs::recursive_directory_iterator(folder)) {
    if (one.is_regular_file()) files.push_back(one.path().lexically_relative(folder));
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(GoldenDocuments, OfVersionOneAreFoundIntactForEver) {
  RecordProperty("requirement", "ARC-06");
  write_golden();
  const auto verdict = check_golden(volume());
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.trust, TrustState::kTrusted);
  EXPECT_EQ(verdict.certified.documents, 3u);
  EXPECT_EQ(verdict.certified.signatures, 4u);
  EXPECT_EQ(verdict.certified.timestamps, 4u);
  EXPECT_EQ(verdict.certified.first_stamped, pki::kStamped);
  EXPECT_TRUE(verdict.certified.vouched);
  EXPECT_EQ(verdict.volumes.front().info.keep_until, DocumentSchool::kKeepUntil);
}

TEST(GoldenDocuments, ADamagedByteOfThemIsFound) {
  RecordProperty("requirement", "ARC-06");
  const TemporaryDirectory scratch(quick_place());
  const auto copy = scratch.path() / kName;
  fs::copy(volume(), copy, fs::copy_options::recursive);
  for (const auto& file : files_of(copy)) {
    const auto sound = bytes_of_file(copy / file);
    auto damaged = sound;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    put_file(copy / file, damaged);
    EXPECT_FALSE(check_golden(copy).intact()) << file;
    put_file(copy / file, sound);
  }
}

TEST(GoldenDocuments, TheSameDocumentsAreSealedTheSame) {
  const auto golden = [](const std::string& file) { return bytes_of_file(volume() / file); };
  DocumentWish wish;
  const auto info = *parse_bag_info(golden(std::string(kBagInfoFile)));
  wish.volume = info.volume;
  wish.keep_until = info.keep_until;
  wish.registers = {{"printed_copies.csv", golden("data/register/printed_copies.csv")}};
  const auto sides = [&](const std::string& file) {
    return std::vector<SideFile>{{".sig", golden(file + ".sig")},
                                 {".sig.tsr", golden(file + ".sig.tsr")}};
  };
  for (const auto& [folder, name] :
       {std::pair("9a", "journal"), std::pair("9a", "summary"), std::pair("9b", "summary")}) {
    const auto path = std::string("data/documents/") + folder + "/" + name;
    wish.documents.push_back({folder, std::string(name) + ".pdf", golden(path + ".pdf"),
                              golden(path + ".csv"), sides(path + ".pdf")});
  }
  wish.certificates.sign = [&](std::string_view) -> Result<std::vector<SideFile>> {
    return sides(std::string(kSignedTagManifest));
  };
  wish.certificates.authorities = golden(std::string(kAuthoritiesFile));
  wish.certificates.revocations = {golden(revocations_path(0))};
  const TemporaryDirectory one(quick_place()), other(quick_place());
  wish.checkpoint = golden(std::string(kCheckpointFile));
  const auto sealed =
      try_to_seal_documents(DocumentSchool::whole().log(), wish, {one.path(), other.path()});
  ASSERT_TRUE(sealed) << sealed.refusal().says.en;
  const auto made = one.path() / kName;
  EXPECT_EQ(files_of(made), files_of(volume()));
  for (const auto& file : files_of(volume())) {
    // What people read may be said better; manifests and the note go by it.
    const bool goes_by_words = file == kReadMeFile || file == kTagManifestFile || file == kNoteFile;
    EXPECT_TRUE(goes_by_words || bytes_of_file(made / file) == golden(file)) << file;
  }
}

}  // namespace
}  // namespace letopis::archive

// READ-ME-FIRST.txt taken at its word: its commands, exactly as printed, in the volume's folder.
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kMostLines = 90;        // a page and a half
constexpr std::size_t kMostCharacters = 100;  // of a line

std::size_t characters_in(const std::string& line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

std::string text_of(const fs::path& volume) { return read_whole(volume / "READ-ME-FIRST.txt"); }

// The lines that begin with four spaces, as a person copies them.
std::string commands_of(const fs::path& volume) {
  std::istringstream lines(text_of(volume));
  std::string commands;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("    ")) commands += line.substr(4) + "\n";
  }
  return commands;
}

Ran follow(const fs::path& volume) {
  const office::ScratchDirectory scratch("letopis-followed");
  const auto script = scratch.path() / "commands";
  write_whole(script, "cd '" + volume.string() + "'\n" + commands_of(volume));
  auto ran = run("env", {"-i", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "bash", script.string()});
  return ran;
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

class ReadMe : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    for (const auto* needed : {"bash", "sha256sum", "openssl", "python3"}) {
      if (!is_installed(needed)) GTEST_SKIP() << needed << " is not here";
    }
  }
  fs::path volume() const { return fs::path(school_.a()) / GetParam(); }
  // A bundle of the volume, wherever it is partial.
  fs::path some_bundle() const {
    for (const auto& one : fs::recursive_directory_iterator(volume() / "data/log/tile/entries")) {
      if (one.is_regular_file()) return one.path();
    }
    return {};
  }
  // What somebody does who knows BagIt but has no key.
  void write_manifests_anew() const {
    const auto ran = run(
        "bash", {"-c", "cd '" + volume().string() +
                           "' && find data -type f | LC_ALL=C sort | xargs sha256sum > m && mv m "
                           "manifest-sha256.txt && sha256sum READ-ME-FIRST.txt bag-info.txt "
                           "bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt"});
    ASSERT_EQ(ran.exit, 0) << ran.errors;
  }

  const SealedSchool school_;
};

TEST_P(ReadMe, ItsCommandsFindASoundVolumeSound) {
  RecordProperty("requirement", "ARC-05");
  const auto ran = follow(volume());
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_EQ(times(ran.out, ": OK\n"), 5U) << ran.out;  // four tag files, and their manifest
  EXPECT_THAT(ran.out, HasSubstr("Все файлы на месте и не повреждены"));
  EXPECT_EQ(times(ran.out, "Signature Verified Successfully"), 2U) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("Корень сошёлся"));
  EXPECT_EQ(ran.errors, "");
  std::smatch number;
  const auto text = text_of(volume());
  ASSERT_TRUE(std::regex_search(text, number, std::regex("\n   ([0-9a-f]{64})\n")));
  EXPECT_EQ(times(ran.out, number[1].str() + "\n"), 1U) << "the key's number, as printed";
  EXPECT_EQ(all_below(volume()), all_below(fs::path(school_.b()) / GetParam()))
      << "checking leaves nothing in the volume";
}

TEST_P(ReadMe, ItsCommandsFindAChangedByteOfABundle) {
  RecordProperty("requirement", "ARC-05");
  damage(some_bundle());
  const auto ran = follow(volume());
  EXPECT_THAT(ran.out, HasSubstr(": FAILED"));
  EXPECT_THAT(ran.out, Not(HasSubstr("Все файлы на месте и не повреждены")));
  EXPECT_THAT(ran.out, Not(HasSubstr("Корень сошёлся")));
}

TEST_P(ReadMe, ItsCommandsFindAnEditUnderNewManifests) {
  RecordProperty("requirement", "ARC-05");
  damage(some_bundle());
  write_manifests_anew();
  const auto ran = follow(volume());
  EXPECT_THAT(ran.out, HasSubstr("Все файлы на месте и не повреждены")) << "so far it fits";
  EXPECT_EQ(times(ran.out, ": OK\n"), 4U) << "the tag manifest is not the one that was signed";
  EXPECT_THAT(ran.out, HasSubstr("tagmanifest-sha256.txt: FAILED"));
  EXPECT_THAT(ran.out, HasSubstr("КОРЕНЬ НЕ СХОДИТСЯ"));
}

TEST_P(ReadMe, ItsCommandsFindAForgedCheckpointAndNote) {
  RecordProperty("requirement", "ARC-05");
  for (const auto* file : {"data/log/checkpoint", "signatures/tagmanifest-sha256.txt.note"}) {
    const auto path = volume() / file;
    const auto before = read_whole(path);
    auto forged = before;
    forged.replace(forged.find('\n', forged.find('\n') + 1) - 1, 1, "0");
    if (forged == before) forged.replace(forged.find('\n', forged.find('\n') + 1) - 1, 1, "1");
    write_whole(path, forged);
    EXPECT_EQ(times(follow(volume()).out, "Signature Verified Successfully"), 1U) << file;
    write_whole(path, before);
  }
}

TEST_P(ReadMe, IsShortAndFitsAPage) {
  std::istringstream lines(text_of(volume()));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_LE(characters_in(line), kMostCharacters) << line;
  }
  EXPECT_LE(count, kMostLines);
}

// Of a document volume that certificates signed, as version 1 sealed it.
class ReadMeOfDocuments : public testing::Test {
 protected:
  void SetUp() override {
    RecordProperty("requirement", "ARC-06");
    for (const auto* needed : {"bash", "sha256sum", "openssl"}) {
      if (!is_installed(needed)) GTEST_SKIP() << needed << " is not here";
    }
    fs::copy(fs::path(LETOPIS_SOURCE_DIR) / "tests/golden/archive/v1/documents" / kName, volume(),
             fs::copy_options::recursive);
  }
  static constexpr const char* kName = "trial_2025-2026_doc_v002";
  fs::path volume() const { return scratch_.path() / kName; }
  const office::ScratchDirectory scratch_{"letopis-documents"};
};

TEST_F(ReadMeOfDocuments, ItsCommandsTellWhoSignedWhatAndWhen) {
  const auto ran = follow(volume());
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_EQ(times(ran.out, ": OK\n"), 6U) << "four tag files, their manifest, the timestamp";
  EXPECT_EQ(times(ran.out, "Signature Verified Successfully"), 2U) << ran.out;
  EXPECT_THAT(ran.errors, HasSubstr("CMS Verification successful"));
  EXPECT_THAT(ran.out, HasSubstr("CN=Иванова Ирина Ивановна"));
  EXPECT_EQ(times(ran.out, "подпись верна, May 28 00:00:40 2026 GMT"), 3U) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("Верных подписей: 3 из 3"));
}

TEST_F(ReadMeOfDocuments, ItsCommandsFindAnEditedDocumentAndAForeignTimestamp) {
  const auto documents = volume() / "data/documents";
  write_whole(documents / "9a/summary.pdf", "%PDF-1.4 all fives");
  write_whole(documents / "9b/summary.pdf.sig.tsr",
              read_whole(documents / "9a/journal.pdf.sig.tsr"));
  const auto ran = follow(volume());
  EXPECT_THAT(ran.out, Not(HasSubstr("Все файлы на месте и не повреждены")));
  EXPECT_THAT(ran.out, HasSubstr("9a/summary.pdf: подпись НЕ ВЕРНА"));
  EXPECT_THAT(ran.out, HasSubstr("9b/summary.pdf: подпись верна, МЕТКА ВРЕМЕНИ НЕ ВЕРНА"));
  EXPECT_THAT(ran.out, HasSubstr("Верных подписей: 2 из 3"));
}

INSTANTIATE_TEST_SUITE_P(Volumes, ReadMe,
                         testing::Values(SealedSchool::kFirst, SealedSchool::kSecond),
                         [](const auto& one) {
                           return one.param == SealedSchool::kFirst ? "Whole" : "Incremental";
                         });

}  // namespace
}  // namespace letopis::end_to_end

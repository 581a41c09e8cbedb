// What was sealed by version 1 is found intact by every later version, and is sealed the same.
#include <gmock/gmock.h>

#include <map>
#include <set>
#include <sstream>

#include "archive/layout.h"
#include "archive/medium_check.h"
#include "end_to_end/golden_archive.h"
#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;

archive::Trust golden_trust() {
  auto trust = archive::parse_trust(read_whole(golden_place() / "trust.txt"));
  INVARIANT(trust.has_value());
  return std::move(*trust);
}

TEST(GoldenArchive, OfVersionOneIsFoundIntactForEver) {
  RecordProperty("requirement", "ARC-02, ARC-05");
  write_golden_archive();
  const auto trust = golden_trust();
  archive::CheckSettings settings;
  settings.trust = &trust;
  const auto verdict = archive::check_medium(golden_medium(), settings, {});
  ASSERT_TRUE(verdict) << verdict.refusal().says.en;
  for (const auto& finding : verdict->findings) ADD_FAILURE() << finding.what.says.en;
  EXPECT_TRUE(verdict->intact());
  EXPECT_EQ(verdict->trust, archive::TrustState::kTrusted);
  ASSERT_TRUE(verdict->witnessed);
  EXPECT_EQ(verdict->witnessed->names, std::vector<std::string>{"w"});
  ASSERT_EQ(verdict->volumes.size(), kGoldenVolumes);
  for (std::size_t i = 0; i < kGoldenVolumes; ++i) {
    EXPECT_EQ(verdict->volumes[i].path.filename(), kGoldenNames[i]);
    EXPECT_TRUE(verdict->volumes[i].followed);
  }
  EXPECT_TRUE(verdict->volumes[1].info.incremental());
  EXPECT_EQ(verdict->texts, 1U);
  EXPECT_EQ(
      letopis_verify({golden_medium().string(), "--trust", (golden_place() / "trust.txt").string()})
          .exit,
      0);
}

TEST(GoldenArchive, ADamagedByteOfItIsFound) {
  RecordProperty("requirement", "ARC-02");
  const office::ScratchDirectory scratch("letopis-golden");
  const auto medium = scratch.path() / "medium";
  fs::copy(golden_medium(), medium, fs::copy_options::recursive);
  const auto trust = golden_trust();
  archive::CheckSettings settings;
  settings.trust = &trust;
  for (const auto& [file, bytes] : all_below(medium)) {
    damage(medium / file);
    const auto verdict = archive::check_medium(medium, settings, {});
    ASSERT_TRUE(verdict) << file << verdict.refusal().says.en;
    EXPECT_FALSE(verdict->intact()) << file;
    write_whole(medium / file, bytes);
  }
}

// Copies of documents change with the program, and with them what is signed over them.
bool goes_by_documents(const std::string& file) {
  const std::set<std::string_view> by_digest{archive::kReadMeFile, archive::kManifestFile,
                                             archive::kTagManifestFile, archive::kNoteFile};
  return by_digest.count(file) == 1 || file.starts_with(archive::kSchemaFolder);
}

// Lines but for those that speak of the documents' copies.
std::string without(const std::string& text, const std::string& left_out) {
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    if (line.find(left_out) == std::string::npos) kept += line + "\n";
  }
  return kept;
}

TEST(GoldenArchive, TheSameLogIsSealedToTheSameBytes) {
  RecordProperty("requirement", "ARC-02");
  const office::ScratchDirectory scratch("letopis-golden");
  const std::array<fs::path, 2> media{scratch.path() / "a", scratch.path() / "b"};
  for (const auto& medium : media) fs::create_directory(medium);
  for (std::size_t which = 0; which < kGoldenVolumes; ++which) {
    const auto sealed = seal_golden(which, media);
    ASSERT_TRUE(sealed) << sealed.refusal().says.en;
    ASSERT_EQ(sealed->name, kGoldenNames[which]);
    std::map<std::string, std::string> today, then;
    for (auto& one : all_below(media[0] / sealed->name)) today.insert(std::move(one));
    for (auto& one : all_below(golden_medium() / sealed->name)) then.insert(std::move(one));
    for (const auto& [file, bytes] : then) {
      if (file.starts_with(archive::kSchemaFolder)) continue;
      ASSERT_TRUE(today.count(file)) << file;
      if (file == archive::kBagInfoFile) {
        EXPECT_EQ(without(today[file], "Payload-Oxum"), without(bytes, "Payload-Oxum"));
      } else if (file == archive::kManifestFile) {
        EXPECT_EQ(without(today[file], "data/schema/"), without(bytes, "data/schema/"));
      } else if (!goes_by_documents(file)) {
        EXPECT_EQ(today[file], bytes) << file;
      }
    }
    for (const auto& [file, bytes] : today) {
      EXPECT_TRUE(then.count(file) || file.starts_with(archive::kSchemaFolder))
          << file << " is new";
    }
  }
}

}  // namespace
}  // namespace letopis::end_to_end

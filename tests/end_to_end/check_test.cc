// `letopis-verify` and `letopis scrub` on media that are whole, damaged, old and strange.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "end_to_end/lived_school.h"
#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kCyrillic = "\xd0|\xd1";

Ran scrub(const SealedSchool& school) {
  return letopis(
      {"scrub", "--data", school.data(), "--medium", school.a(), "--medium", school.b()});
}

TEST(CheckedArchive, IsIntactByTheInspectorsTrustFile) {
  RecordProperty("requirement", "ARC-05");
  const SealedSchool school;
  for (const auto& paths :
       {std::vector{school.a()}, std::vector{school.b()}, std::vector{school.a(), school.b()}}) {
    const auto ran = school.verify(paths);
    EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
    EXPECT_THAT(ran.out, testing::StartsWith("✓ НЕ ИЗМЕНЕНО"));
  }
  EXPECT_EQ(school.verify({school.a() + "/" + SealedSchool::kSecond}).exit, 0);
}

TEST(CheckedArchive, WithoutATrustFileIsConsistentInItselfOnly) {
  RecordProperty("requirement", "ARC-05");
  const SealedSchool school;
  const auto ran = letopis_verify({school.a()});
  EXPECT_EQ(ran.exit, 5);
  EXPECT_THAT(ran.out, HasSubstr("согласован сам с собой"));
}

TEST(CheckedArchive, AnotherSchoolsTrustFileIsNoTrust) {
  RecordProperty("requirement", "ARC-05");
  const SealedSchool school;
  const auto other = school.in("other");
  live_school(other, 12, 9);
  const auto trust = school.trust_of(other, "other-trust.txt");
  const auto ran = letopis_verify({school.a(), "--trust", trust});
  EXPECT_NE(ran.exit, 0);
  EXPECT_THAT(ran.out, HasSubstr("это другой журнал"));
}

TEST(CheckedArchive, AChangedByteOfAnyFileIsFoundAndTheFileNamed) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto volume = fs::path(school.a()) / SealedSchool::kSecond;
  for (const auto& [file, bytes] : all_below(volume)) {
    damage(volume / file);
    const auto ran = school.verify({(volume).string()});
    EXPECT_EQ(ran.exit, 1) << file << ran.out << ran.errors;
    EXPECT_THAT(ran.out, HasSubstr(fs::path(file).filename().string())) << file;
    write_whole(volume / file, bytes);
  }
  EXPECT_EQ(school.verify({school.a()}).exit, 0);
}

TEST(CheckedArchive, AChangedRecordIsFoundInTheWholeVolume) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  for (const auto* file : {"data/log/tile/entries/007", "data/events/000001.jsonl",
                           "data/log/tile/1/000.p/71", "manifest-sha256.txt"}) {
    const auto path = fs::path(school.b()) / SealedSchool::kFirst / file;
    if (!fs::exists(path)) continue;
    const auto before = read_whole(path);
    damage(path);
    const auto ran = school.verify({school.b()});
    EXPECT_EQ(ran.exit, 1) << file;
    EXPECT_THAT(ran.out, testing::StartsWith("✗ ИЗМЕНЕНО")) << file;
    EXPECT_THAT(ran.out, HasSubstr(file));
    write_whole(path, before);
  }
}

TEST(CheckedArchive, AMissingVolumeIsIncomplete) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto last = fs::path(school.a()) / SealedSchool::kSecond;
  ASSERT_EQ(school.seal({"--since", SealedSchool::kSecond}).exit, 0);
  fs::rename(last, school.in("aside"));
  const auto ran = school.verify({school.a()});
  EXPECT_EQ(ran.exit, 3) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr(SealedSchool::kSecond));
  fs::rename(school.in("aside"), last);
  EXPECT_EQ(school.verify({school.a()}).exit, 0);
}

TEST(CheckedArchive, AFolderAsideIsNoVolume) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  fs::rename(fs::path(school.a()) / SealedSchool::kSecond,
             school.a() + "/" + SealedSchool::kSecond + ".part");
  const auto ran = letopis_verify({school.a(), "--trust", school.trust(), "--json"});
  EXPECT_EQ(boost::json::parse(ran.out).at("verdicts").at(0).at("volumes").as_array().size(), 1U);
  EXPECT_EQ(ran.exit, 4) << "an inspector who saw the second volume misses it";
  EXPECT_EQ(letopis_verify({school.a() + "/" + SealedSchool::kSecond + ".part"}).exit, 2);
}

TEST(CheckedArchive, OlderThanWhatWasSeenIsRolledBack) {
  RecordProperty("requirement", "ARC-05");
  const SealedSchool school;
  const auto same = school.verify({school.a(), "--since", school.newest()});
  EXPECT_EQ(same.exit, 0) << same.out << same.errors;
  ASSERT_EQ(school.seal().exit, 0);
  const auto later = school.in("later");
  fs::copy(school.a() + "/trial_2025-2026_log_v003/data/log/checkpoint", later);
  fs::remove_all(school.a() + "/trial_2025-2026_log_v003");
  const auto ran = school.verify({school.a(), "--since", later});
  EXPECT_EQ(ran.exit, 4) << ran.out;
  EXPECT_THAT(ran.out, testing::StartsWith("✗ СТАРАЯ КОПИЯ ИЛИ ДРУГАЯ ВЕТВЬ"));
}

TEST(CheckedArchive, NonsenseIsRefusedPlainly) {
  const SealedSchool school;
  write_whole(school.in("hello"), "hello\n");
  for (const auto& words : {std::vector<std::string>{},
                            {"/usr"},
                            {school.in("nowhere")},
                            {school.in("hello")},
                            {school.a(), "--trust", school.in("hello")},
                            {school.a(), "--trust", school.in("nowhere")},
                            {school.a(), "--since", school.in("hello")},
                            {school.a(), "--nonsense"},
                            {school.a(), school.b(), school.a()},
                            {school.a(), "--trust", "/usr"}}) {
    const auto ran = letopis_verify(words);
    EXPECT_EQ(ran.exit, 2) << testing::PrintToString(words) << ran.out;
    EXPECT_NE(ran.errors, "") << testing::PrintToString(words);
  }
}

TEST(CheckedArchive, SpeaksToMachines) {
  RecordProperty("requirement", "ARC-05");
  const SealedSchool school;
  const auto whole = school.verify({school.a(), school.b(), "--json"});
  const auto told = boost::json::parse(whole.out);
  EXPECT_EQ(told.at("exit").as_int64(), 0);
  EXPECT_EQ(told.at("same_volumes").as_int64(), 2);
  ASSERT_EQ(told.at("verdicts").as_array().size(), 2U);
  const auto& verdict = told.at("verdicts").at(0);
  EXPECT_EQ(verdict.at("trust").as_string(), "trusted");
  EXPECT_EQ(verdict.at("medium").as_int64(), 1);
  EXPECT_TRUE(verdict.at("witnessed").is_null());
  EXPECT_TRUE(verdict.at("trial_media").as_bool());
  EXPECT_EQ(verdict.at("entries").as_int64(), verdict.at("signatures").as_int64());
  EXPECT_EQ(verdict.at("volumes").at(1).at("name").as_string(), SealedSchool::kSecond);
  EXPECT_EQ(verdict.at("findings").as_array().size(), 0U);

  const auto file = std::string("data/events/000001.jsonl");
  damage(fs::path(school.b()) / SealedSchool::kFirst / file);
  const auto damaged = boost::json::parse(school.verify({school.a(), school.b(), "--json"}).out);
  EXPECT_EQ(damaged.at("exit").as_int64(), 1);
  EXPECT_EQ(damaged.at("verdicts").at(0).at("exit").as_int64(), 0);
  const auto& findings = damaged.at("verdicts").at(1).at("findings").as_array();
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].at("fault").as_string(), "altered");
  EXPECT_EQ(findings[0].at("file").as_string(), file);
}

TEST(CheckedArchive, SpeaksEnglishWithoutRussian) {
  const SealedSchool school;
  damage(fs::path(school.b()) / SealedSchool::kFirst / "data/events/000001.jsonl");
  for (const auto& paths : {std::vector{school.a()}, {school.a(), school.b()}}) {
    auto words = paths;
    words.insert(words.end(), {"--lang", "en"});
    const auto ran = school.verify(words);
    // The school's own names and rooms are Russian wherever they are told.
    std::string told = ran.out;
    for (const std::string own : {"Школа", "Кабинет", "Сейф"}) {
      for (auto at = told.find(own); at != std::string::npos; at = told.find(own)) {
        told.erase(at, own.size());
      }
    }
    for (auto at = told.find("№"); at != std::string::npos; at = told.find("№")) told.erase(at, 3);
    const auto entry = told.find("it now says");
    EXPECT_THAT(told.substr(0, entry), Not(testing::ContainsRegex(kCyrillic)));
  }
  EXPECT_THAT(letopis_verify({"--help", "--lang", "en"}).out,
              Not(testing::ContainsRegex(kCyrillic)));
  EXPECT_THAT(letopis_verify({"/usr", "--lang", "en"}).errors,
              Not(testing::ContainsRegex(kCyrillic)));
}

std::vector<events::VolumeChecked> checks_in(const std::vector<events::Event>& events) {
  std::vector<events::VolumeChecked> found;
  for (const auto& event : events) {
    if (const auto* fact = std::get_if<events::VolumeChecked>(&event.fact)) found.push_back(*fact);
  }
  return found;
}

TEST(Scrub, LeavesAnEventForEachVolumeOnEachMedium) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto size = size_of(school.data());
  const auto ran = scrub(school);
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  const auto checks = checks_in(events_from(school.data(), size));
  ASSERT_EQ(checks.size(), 4U);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    EXPECT_EQ(checks[i].medium.value, i / 2 + 1);
    EXPECT_EQ(checks[i].volume.value, i % 2 + 1);
    EXPECT_EQ(checks[i].outcome, events::CheckOutcome::kIntact);
  }
  const auto verified = letopis({"verify", "--data", school.data()});
  EXPECT_EQ(verified.exit, 0) << verified.out;
}

TEST(Scrub, TellsDamageAndLossByItsExitAndInTheLog) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto file = fs::path(school.b()) / SealedSchool::kFirst / "data/log/tile/entries/003";
  const auto before = read_whole(file);
  damage(file);
  auto size = size_of(school.data());
  const auto damaged = scrub(school);
  EXPECT_EQ(damaged.exit, 1);
  EXPECT_THAT(damaged.out, HasSubstr("data/log/tile/entries/003"));
  auto checks = checks_in(events_from(school.data(), size));
  ASSERT_EQ(checks.size(), 4U);
  EXPECT_EQ(checks[0].outcome, events::CheckOutcome::kIntact);
  EXPECT_EQ(checks[2].outcome, events::CheckOutcome::kAltered);
  EXPECT_EQ(checks[2].medium.value, 2U);

  write_whole(file, before);
  fs::remove_all(fs::path(school.a()) / SealedSchool::kSecond);
  size = size_of(school.data());
  EXPECT_EQ(scrub(school).exit, 4) << "the school's own checkpoints know of the second volume";
  checks = checks_in(events_from(school.data(), size));
  ASSERT_EQ(checks.size(), 4U);
  EXPECT_EQ(checks[1].outcome, events::CheckOutcome::kMissing);
  EXPECT_EQ(checks[2].outcome, events::CheckOutcome::kIntact);
  EXPECT_EQ(letopis({"verify", "--data", school.data()}).exit, 0);
}

}  // namespace
}  // namespace letopis::end_to_end

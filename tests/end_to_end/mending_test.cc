// `letopis repair`: one medium made whole from the other.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Ran repair(const SealedSchool& school, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"repair", school.a(), school.b(), "--data", school.data()};
  words.insert(words.end(), more.begin(), more.end());
  return letopis(words);
}

std::vector<events::VolumeRepaired> repairs_in(const std::vector<events::Event>& events) {
  std::vector<events::VolumeRepaired> found;
  for (const auto& event : events) {
    if (const auto* fact = std::get_if<events::VolumeRepaired>(&event.fact)) {
      found.push_back(*fact);
    }
  }
  return found;
}

TEST(Repair, MendsOneMediumFromTheOtherAndRecordsIt) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto before = all_below(school.b());
  const auto first = fs::path(school.b()) / SealedSchool::kFirst;
  damage(first / "data/log/tile/entries/003");
  damage(first / "signatures/tagmanifest-sha256.txt.note");
  fs::remove(first / "data/events/000001.jsonl");
  write_whole(first / "data/extra.txt", "slipped in");
  fs::create_directories(first / "data/empty");
  ASSERT_EQ(school.verify({school.b()}).exit, 1);
  const auto size = size_of(school.data());
  const auto ran = repair(school);
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr(std::string("том ") + SealedSchool::kFirst + " починен"));
  EXPECT_TRUE(all_below(school.b()) == before);
  EXPECT_FALSE(fs::exists(first / "data/empty"));
  EXPECT_EQ(school.verify({school.a(), school.b()}).exit, 0);
  const auto repairs = repairs_in(events_from(school.data(), size));
  ASSERT_EQ(repairs.size(), 1U);
  EXPECT_EQ(repairs[0].volume.value, 1U);
  EXPECT_EQ(repairs[0].medium.value, 2U);
  EXPECT_EQ(repairs[0].source.value, 1U);
  EXPECT_EQ(letopis({"verify", "--data", school.data()}).exit, 0);
}

TEST(Repair, BringsBackAVolumeThatIsGone) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto before = all_below(school.a());
  fs::remove_all(fs::path(school.a()) / SealedSchool::kSecond);
  const auto ran = repair(school, {"--json"});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  const auto told = boost::json::parse(ran.out);
  EXPECT_EQ(told.at("mended").at(0).at("volume").as_string(), SealedSchool::kSecond);
  EXPECT_TRUE(all_below(school.a()) == before);
}

TEST(Repair, EachMediumMayMendTheOther) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto before = all_below(school.a());
  damage(fs::path(school.a()) / SealedSchool::kSecond / "bag-info.txt");
  damage(fs::path(school.b()) / SealedSchool::kFirst / "data/events/000000.jsonl");
  EXPECT_EQ(repair(school).exit, 0);
  EXPECT_TRUE(all_below(school.a()) == before);
  EXPECT_EQ(school.verify({school.a(), school.b()}).exit, 0);
}

TEST(Repair, LeavesAVolumeThatIsDamagedOnBoth) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  for (const auto& medium : {school.a(), school.b()}) {
    damage(fs::path(medium) / SealedSchool::kFirst / "data/events/000000.jsonl");
  }
  const auto a = all_below(school.a()), b = all_below(school.b());
  const auto size = size_of(school.data());
  const auto ran = repair(school);
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, HasSubstr(std::string("том ") + SealedSchool::kFirst +
                                 " испорчен на обоих носителях"));
  EXPECT_TRUE(all_below(school.a()) == a);
  EXPECT_TRUE(all_below(school.b()) == b);
  EXPECT_TRUE(repairs_in(events_from(school.data(), size)).empty());
}

TEST(Repair, HasNothingToMendOnSoundMedia) {
  const SealedSchool school;
  const auto size = size_of(school.data());
  const auto ran = repair(school);
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out, HasSubstr("Чинить нечего"));
  EXPECT_EQ(size_of(school.data()), size);
  EXPECT_EQ(letopis({"repair", school.a(), "--data", school.data()}).exit, 2);
}

}  // namespace
}  // namespace letopis::end_to_end

#include "rules/archive_rules.h"

#include <gtest/gtest.h>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

events::VolumeSealed documents(const char* keep_until) {
  events::VolumeSealed sealed;
  sealed.kind = events::VolumeKind::kDocument;
  sealed.name = "nn125_2025-2026_doc_v001";
  sealed.first_medium = {1};
  sealed.second_medium = {2};
  if (keep_until != nullptr) sealed.keep_until = day(keep_until);
  return sealed;
}

events::VolumeDestroyed destroyed(std::uint32_t volume, std::uint32_t medium) {
  return {{volume}, {medium}, {"№ 12", day("2025-09-02")}};
}

class ArchiveRulesTest : public testing::Test {
 protected:
  void SetUp() override {
    RecordProperty("requirement", "ARC-08");
    const auto medium = [](std::string serial, std::string room) {
      return events::MediumRegistered{{}, std::move(serial), "ext4", std::move(room), {}, {}};
    };
    ASSERT_EQ(school_.say(kDirector, {medium("A", "Сейф"), medium("B", "Архив")}), "");
  }
  RulesSchool school_;
};

TEST_F(ArchiveRulesTest, AVolumeIsDestroyedOnceOnEachMediumWhenItsTermIsOver) {
  ASSERT_EQ(school_.say(kDirector, {documents("2025-09-03")}), "");
  EXPECT_EQ(school_.say(kDirector, {destroyed(1, 1)}), "volume.kept");
  EXPECT_NE(school_.refusal().says.ru.find("03.09.2025"), std::string::npos);
  school_.clock("2025-09-03", 23, 59);
  EXPECT_EQ(school_.say(kDirector, {destroyed(1, 1)}), "volume.kept") << "that day included";
  school_.clock("2025-09-04", 0);
  EXPECT_EQ(school_.say(kDirector, {destroyed(1, 1)}), "");
  EXPECT_EQ(school_.say(kDirector, {destroyed(1, 1)}), "volume.destroyed");
  EXPECT_EQ(school_.say(kDirector, {destroyed(1, 2)}), "");
}

TEST_F(ArchiveRulesTest, LogVolumesAndWhatIsKeptForEverAreNeverDestroyed) {
  auto log = documents(nullptr);
  log.kind = events::VolumeKind::kLog;
  ASSERT_EQ(school_.say(kDirector, {log}), "");
  ASSERT_EQ(school_.say(kDirector, {documents(nullptr)}), "");
  school_.clock("2125-09-04", 12);
  EXPECT_EQ(school_.say(kDirector, {destroyed(1, 1)}), "volume.of_log");
  EXPECT_EQ(school_.say(kDirector, {destroyed(2, 1)}), "volume.kept_for_ever");
}

TEST_F(ArchiveRulesTest, ATermEndsNeitherBeforeItBeginsNorForTheLog) {
  EXPECT_EQ(school_.say(kDirector, {documents("2025-09-01")}), "volume.term_past");
  EXPECT_EQ(school_.say(kDirector, {documents("2025-09-02")}), "");
  auto log = documents("2035-09-01");
  log.kind = events::VolumeKind::kLog;
  EXPECT_EQ(school_.say(kDirector, {log}), "volume.term_of_log");
}

}  // namespace
}  // namespace letopis::rules::founded

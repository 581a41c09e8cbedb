#include <gmock/gmock.h>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

using testing::HasSubstr;

constexpr events::MediumNumber kFirstMedium{1};
constexpr events::MediumNumber kSecondMedium{2};

events::VolumeSealed documents_of(const char* years, std::optional<events::Day> keep_until,
                                  std::uint32_t number = 1) {
  events::VolumeSealed volume;
  volume.volume = {number};
  volume.kind = events::VolumeKind::kDocument;
  volume.name = std::string("school_") + years + "_doc_v00" + std::to_string(number);
  volume.first_medium = kFirstMedium;
  volume.second_medium = kSecondMedium;
  volume.keep_until = keep_until;
  return volume;
}

events::VolumeDestroyed destroyed(events::MediumNumber medium) { return {{1}, medium, kOrder}; }

// Anna left on the 2nd of September 2025; today is the 1st of June 2026.
struct LeftSchool {
  RulesSchool school{Rules{{"keeping.journal.years", "5"}}};

  LeftSchool() {
    EXPECT_EQ(school.say(kAdministrator,
                         {events::PupilLeft{kAnna, kFifthA, day("2025-09-02"), {}, kOrder}}),
              "");
    school.clock("2026-06-01", 12);
  }
  std::string erase(events::PersonNumber person) {
    return school.say(kDirector, {events::PersonErased{person, kOrder, "Заявление"}});
  }
};

TEST(KeepingRulesTest, WhoIsNamedInAKeptRecordIsErasedTheDayAfterItsTerm) {
  RecordProperty("requirement", "ARC-08");
  LeftSchool left;
  left.school.given(kDirector, documents_of("2025-2026", day("2031-12-31")));
  EXPECT_EQ(left.erase(kAnna), "record.kept");
  EXPECT_EQ(left.school.refusal().clause, "§");
  EXPECT_THAT(left.school.refusal().allowed.en, HasSubstr("2031-12-31"));
  left.school.clock("2031-12-31", 23, 59);
  EXPECT_EQ(left.erase(kAnna), "record.kept");
  left.school.clock("2032-01-01", 0);
  EXPECT_EQ(left.erase(kAnna), "");
}

TEST(KeepingRulesTest, ARecordOfAnotherYearOrALogNamesNobody) {
  RecordProperty("requirement", "ACC-15");
  LeftSchool left;
  left.school.given(kDirector, documents_of("2024-2025", std::nullopt));
  events::VolumeSealed log = documents_of("2025-2026", std::nullopt, 2);
  log.kind = events::VolumeKind::kLog;
  left.school.given(kDirector, log);
  EXPECT_EQ(left.erase(kAnna), "");
}

TEST(KeepingRulesTest, WhatIsKeptForEverIsLongerThanAnyTerm) {
  RecordProperty("requirement", "ARC-08");
  LeftSchool left;
  left.school.given(kDirector, documents_of("2025-2026", std::nullopt, 1));
  left.school.given(kDirector, documents_of("2025-2026", day("2031-12-31"), 2));
  EXPECT_EQ(left.erase(kAnna), "record.kept");
  EXPECT_THAT(left.school.refusal().says.en, HasSubstr("doc_v001"));
  EXPECT_THAT(left.school.refusal().allowed.en, HasSubstr("for ever"));
}

TEST(KeepingRulesTest, ADestroyedVolumeKeepsNobodyOnceBothMediaAreFreeOfIt) {
  RecordProperty("requirement", "ARC-08");
  LeftSchool left;
  left.school.given(kDirector, documents_of("2025-2026", std::nullopt));
  left.school.given(kDirector, destroyed(kFirstMedium));
  EXPECT_EQ(left.erase(kAnna), "record.kept");
  left.school.given(kDirector, destroyed(kSecondMedium));
  EXPECT_EQ(left.erase(kAnna), "");
}

TEST(KeepingRulesTest, WhoNeverLearnedOrWorkedHereIsInNoRecord) {
  LeftSchool left;
  left.school.given(kDirector, documents_of("2025-2026", std::nullopt));
  EXPECT_EQ(left.erase(kNobody), "");
}

}  // namespace
}  // namespace letopis::rules::founded

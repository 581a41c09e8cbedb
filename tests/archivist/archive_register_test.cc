#include "projections/archive_register.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"
#include "rules/rules_school.h"

namespace letopis::projections {
namespace {

using namespace rules::founded;

events::VolumeSealed volume(std::uint32_t number, std::optional<events::Day> keep_until) {
  events::VolumeSealed sealed;
  sealed.volume = {number};
  sealed.kind = events::VolumeKind::kDocument;
  sealed.name = "school_2025-2026_doc_v00" + std::to_string(number);
  sealed.first_medium = {1};
  sealed.second_medium = {2};
  sealed.keep_until = keep_until;
  return sealed;
}

events::CopyPrinted journal(std::uint32_t number) {
  events::CopyPrinted copy;
  copy.copy = {number};
  copy.kind = events::CopyKind::kJournal;
  copy.school_class = kFifthA;
  copy.subject = kMathematics;
  copy.sheets = 12;
  return copy;
}

const regulations::TimeZone moscow() { return *regulations::TimeZone::named("Europe/Moscow"); }

TEST(ArchiveRegister, AVolumeIsSomewhereUntilBothMediaAreFreeOfIt) {
  RecordProperty("requirement", "ARC-08");
  RulesSchool school;
  school.given(kDirector, volume(1, std::nullopt));
  school.given(kDirector, events::VolumeDestroyed{{1}, {2}, kOrder});
  const auto volumes = registered_volumes(school.directory());
  ASSERT_EQ(volumes.size(), 1U);
  EXPECT_TRUE(volumes[0].is_on({1}));
  EXPECT_FALSE(volumes[0].is_on({2}));
  EXPECT_FALSE(volumes[0].is_on({3}));
  school.given(kDirector, events::VolumeDestroyed{{1}, {1}, kOrder});
  EXPECT_FALSE(registered_volumes(school.directory())[0].is_anywhere());
}

TEST(ArchiveRegister, WhatFallsDueComesInTheOrderOfItsDays) {
  RecordProperty("requirement", "ARC-08");
  RulesSchool school(Rules{{"keeping.journal.years", "5"}, {"archive.check.days", "30"}});
  school.given(kDirector, volume(1, day("2051-12-31")));
  school.given(kDirector, volume(2, std::nullopt));
  school.given(kAdministrator, journal(1));
  const auto due = falling_due(school.directory(), moscow(), day("2025-09-02"));
  ASSERT_EQ(due.size(), 4U);
  EXPECT_EQ(due[0], (FallingDue{day("2025-10-02"), Falling::kVolumeCheck, {{1}}, {}}));
  EXPECT_EQ(due[1], (FallingDue{day("2025-10-02"), Falling::kVolumeCheck, {{2}}, {}}));
  EXPECT_EQ(due[2].what, Falling::kCopyTerm);
  EXPECT_EQ(due[2].day, day("2031-12-31"));
  EXPECT_EQ(due[3], (FallingDue{day("2051-12-31"), Falling::kVolumeTerm, {{1}}, {}}));
}

TEST(ArchiveRegister, ACheckPutsTheNextOneOffAndADestroyedVolumeHasNone) {
  RulesSchool school(Rules{{"archive.check.days", "30"}});
  school.given(kDirector, volume(1, std::nullopt));
  school.clock("2025-09-20", 12);
  school.given(kDirector, events::VolumeChecked{{1}, {1}, events::CheckOutcome::kIntact, {}});
  const auto due = falling_due(school.directory(), moscow(), day("2025-09-20"));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].day, day("2025-10-20"));
  for (const std::uint32_t medium : {1U, 2U}) {
    school.given(kDirector, events::VolumeDestroyed{{1}, {medium}, kOrder});
  }
  EXPECT_TRUE(falling_due(school.directory(), moscow(), day("2025-09-20")).empty());
}

TEST(ArchiveRegister, ACopyHasItsWholeStory) {
  RecordProperty("requirement", "PAP-03");
  RulesSchool school;
  school.given(kAdministrator, journal(1));
  school.given(kDeputy, events::CopyCertified{{1}, day("2025-09-02")});
  school.given(kSecretary, events::CopyRegistered{{1}, 17, 12, "Архив, шкаф 2"});
  school.given(kSecretary, events::CopyHandedOver{{1}, {}, "Архив", day("2025-09-02")});
  const auto copies = registered_copies(school.directory());
  ASSERT_EQ(copies.size(), 1U);
  EXPECT_EQ(copies[0].certified->stamp.author, kDeputy);
  EXPECT_EQ(copies[0].registered->fact.register_number, 17U);
  EXPECT_EQ(copies[0].handed_over.size(), 1U);
}

TEST(ArchiveRegister, ACopysNextStepIsTheFirstThatTheRegulationAsksForAndNobodyTook) {
  RecordProperty("requirement", "PAP-02 PAP-03");
  const auto next = [](RulesSchool& school) {
    return next_step(registered_copies(school.directory()).at(0),
                     school.directory().parameters().on(day("2025-09-02")));
  };
  RulesSchool silent;
  silent.given(kAdministrator, journal(1));
  EXPECT_EQ(next(silent), CopyStep::kHandOver);
  RulesSchool strict(Rules{{"paper.certified_by", "deputy"}, {"paper.stitched_registered", "yes"}});
  strict.given(kAdministrator, journal(1));
  EXPECT_EQ(next(strict), CopyStep::kCertify);
  strict.given(kDeputy, events::CopyCertified{{1}, day("2025-09-02")});
  EXPECT_EQ(next(strict), CopyStep::kRegister);
  strict.given(kSecretary, events::CopyRegistered{{1}, 17, 12, "Архив, шкаф 2"});
  EXPECT_EQ(next(strict), CopyStep::kHandOver);
  strict.given(kSecretary, events::CopyHandedOver{{1}, {}, "Архив", day("2025-09-02")});
  EXPECT_EQ(next(strict), std::nullopt);
}

}  // namespace
}  // namespace letopis::projections

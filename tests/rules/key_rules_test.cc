#include <gtest/gtest.h>

#include "rules/key_rules.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

using events::KeyGround;

events::CredentialIssued code(events::PersonNumber person, bool again = false) {
  return {person, events::SlipMedium::kPaper, again};
}

std::vector<events::Fact> access_for(events::PersonNumber person) {
  return {events::AccountOpened{person}, code(person)};
}

// The key of that number no longer signs: another takes its place.
events::KeyEnded replaced(events::PersonNumber person, std::uint32_t key) {
  return {person, signing::key_id_of(key_of_number(key)), events::KeyEndGround::kReplaced};
}

TEST(CredentialChainTest, StaffGetTheirsFromTheAdministratorOrTheDirector) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kForeign, access_for(kMaths)), "access.out_of_reach");
  EXPECT_EQ(school.say(kAdministrator, access_for(kMaths)), "");
  EXPECT_EQ(school.say(kDirector, access_for(kPsychologist)), "");
}

TEST(CredentialChainTest, TheRegulationNamesWhoIssuesToStaff) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school(Rules{{"issue.staff.by", "deputy"}});
  EXPECT_EQ(school.say(kAdministrator, access_for(kMaths)), "key.issuer");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kDeputy, access_for(kMaths)), "");
}

TEST(CredentialChainTest, WhoIssuesToStaffGetsTheirOwnFromTheDirector) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {code(kAdministrator, true)}), "key.own");
  EXPECT_EQ(
      school.say(kDirector,
                 {events::RoleGiven{
                     kNobody, events::Role::kAdministrator, {}, {}, day("2025-09-02"), kOrder}}),
      "");
  EXPECT_EQ(school.say(kAdministrator, access_for(kNobody)), "key.issuer");
  EXPECT_EQ(school.say(kDirector, access_for(kNobody)), "");
}

TEST(CredentialChainTest, FamiliesGetTheirsFromTheirClassTeacherToo) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kForeign, access_for(kAnna)), "access.out_of_reach");
  EXPECT_EQ(school.say(kGuide, access_for(kAnna)), "");
  EXPECT_EQ(school.say(kGuide, access_for(kMother)), "");
  EXPECT_EQ(school.say(kGuide, access_for(kFather)), "access.out_of_reach");
  EXPECT_EQ(school.say(kAdministrator, access_for(kFather)), "");
  EXPECT_EQ(school.say(kDirector, access_for(kBoris)), "key.issuer");
}

TEST(CredentialChainTest, TheRegulationNamesWhoIssuesToFamilies) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school(
      Rules{{"issue.parents.by", "class_teacher"}, {"issue.pupils.by", "administrator"}});
  EXPECT_EQ(school.say(kAdministrator, access_for(kMother)), "key.issuer");
  EXPECT_EQ(school.say(kGuide, access_for(kMother)), "");
  EXPECT_EQ(school.say(kGuide, access_for(kAnna)), "key.issuer");
  EXPECT_EQ(school.say(kAdministrator, access_for(kAnna)), "");
}

TEST(CredentialChainTest, ATeacherWhoIsAlsoAParentIsIssuedToAsStaff) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator,
                       {events::GuardianLinked{kAnna, kMaths, events::Relation::kFather}}),
            "");
  EXPECT_EQ(school.say(kGuide, access_for(kMaths)), "key.issuer");
  EXPECT_EQ(school.say(kAdministrator, access_for(kMaths)), "");
  EXPECT_EQ(school.say(kGuide, {events::AccountClosed{kMaths, std::nullopt}}), "key.closer");
  EXPECT_EQ(school.say(kAdministrator, {events::AccountClosed{kMaths, std::nullopt}}), "");
}

TEST(CredentialChainTest, AnAccountIsOpenedBeforeACodeAndClosedOnce) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kGuide, {code(kAnna)}), "account.none");
  EXPECT_EQ(school.say(kGuide, {events::AccountClosed{kAnna, std::nullopt}}), "account.none");
  EXPECT_EQ(school.say(kGuide, access_for(kAnna)), "");
  EXPECT_EQ(school.say(kGuide, {events::AccountOpened{kAnna}}), "account.open");
  EXPECT_EQ(school.say(kGuide, {events::AccountClosed{kAnna, std::nullopt}}), "");
  EXPECT_EQ(school.say(kGuide, {code(kAnna, true)}), "account.none");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna)}), "account.none") << "the slip is worth nothing";
}

TEST(CredentialChainTest, AReIssueIsCalledOne) {
  RecordProperty("requirement", "ACC-16");
  RulesSchool school;
  EXPECT_EQ(school.say(kGuide, {events::AccountOpened{kAnna}, code(kAnna, true)}), "code.again");
  EXPECT_EQ(school.say(kGuide, access_for(kAnna)), "");
  EXPECT_EQ(school.say(kGuide, {code(kAnna)}), "code.again");
  EXPECT_EQ(school.say(kGuide, {code(kAnna, true)}), "");
}

TEST(KeyRulesTest, AnActivationUsesACodeOnce) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kGuide, {events::AccountOpened{kAnna}, enrolled(kAnna)}), "code.none");
  EXPECT_EQ(school.say(kGuide, access_for(kAnna)), "");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna)}), "");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna, KeyGround::kActivation, 1)}), "key.active");
  EXPECT_EQ(school.say(kGuide, {events::KeyEnded{kAnna, signing::key_id_of(key_of_number(13)),
                                                 events::KeyEndGround::kLost}}),
            "");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna, KeyGround::kActivation, 1)}), "code.none");
  EXPECT_EQ(school.say(kGuide, {code(kAnna, true)}), "");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna, KeyGround::kActivation, 1)}), "");
}

TEST(KeyRulesTest, AResetNeedsAnEarlierKeyAndItsMakerIsSeen) {
  RecordProperty("requirement", "ACC-14");
  RulesSchool school;
  EXPECT_EQ(school.say(kGuide, access_for(kAnna)), "");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna, KeyGround::kReset)}), "key.first");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna)}), "");
  EXPECT_EQ(school.say(kGuide, {enrolled(kAnna, KeyGround::kReset, 1)}), "key.left_working");
  EXPECT_EQ(
      school.say(kGuide, {enrolled(kAnna, KeyGround::kReset, 1), replaced(kAnna, kAnna.value)}),
      "");
  EXPECT_EQ(school.log().back().event.author, kGuide);
}

TEST(KeyRulesTest, NobodyMakesTheirOwnFirstKeyAndTheDirectorsComesFromTheFounder) {
  RecordProperty("requirement", "ACC-14");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {enrolled(kAdministrator, KeyGround::kReset, 1)}),
            "key.own");
  EXPECT_EQ(school.say(kAdministrator, {enrolled(kAdministrator, KeyGround::kReplacement, 1),
                                        replaced(kAdministrator, kAdministrator.value)}),
            "")
      << "a key that works replaces itself";
  EXPECT_EQ(school.say(kAdministrator, {enrolled(kDirector, KeyGround::kReset, 1)}), "key.founder");
  EXPECT_EQ(
      school.say(
          kFounder,
          {events::RoleGiven{kDirector, events::Role::kDirector, {}, {}, day("2025-09-02"), kOrder},
           enrolled(kDirector, KeyGround::kReset, 1), replaced(kDirector, kDirector.value)}),
      "");
  EXPECT_EQ(school.say(kFounder, {enrolled(kDirector, KeyGround::kReset, 2)}), "access.founder");
}

TEST(KeyRulesTest, OnlyAKeyOfThePersonEndsAndOnce) {
  RecordProperty("requirement", "ACC-14");
  RulesSchool school;
  const auto end = [](events::PersonNumber person, std::uint32_t key) {
    return events::KeyEnded{person, signing::key_id_of(key_of_number(key)),
                            events::KeyEndGround::kLost};
  };
  EXPECT_EQ(school.say(kDirector, {end(kSecretary, kDeputy.value)}), "key.not_theirs");
  EXPECT_EQ(school.say(kDirector, {end(kSecretary, 999)}), "key.not_theirs");
  EXPECT_EQ(school.say(kSecretary, {end(kSecretary, kSecretary.value)}), "");
  EXPECT_EQ(school.say(kDirector, {end(kSecretary, kSecretary.value)}), "key.ended");
}

// The secretary's key, noticed at that moment.
events::KeyCompromised stolen(events::Instant noticed, std::optional<events::Order> order = {}) {
  return {kSecretary, signing::key_id_of(key_of_number(kSecretary.value)), noticed, noticed,
          std::move(order)};
}

TEST(CompromiseTest, OneLearnsThenNoticesAndBothAreOver) {
  RecordProperty("requirement", "ACC-09");
  RulesSchool school;
  auto notice = stolen(school.now());
  notice.noticed.milliseconds += 1;
  EXPECT_EQ(school.say(kAdministrator, {notice}), "compromise.times");
  notice = stolen(school.now());
  notice.learned.milliseconds += 1;
  EXPECT_EQ(school.say(kAdministrator, {notice}), "compromise.times");
  EXPECT_EQ(school.say(kAdministrator, {stolen(school.now())}), "");
  EXPECT_EQ(school.say(kAdministrator, {stolen(school.now())}), "compromise.known");
}

TEST(CompromiseTest, ANoticeOlderThanAWorkingDayIsTheDirectorsByAnOrder) {
  RecordProperty("requirement", "ACC-09");
  RulesSchool school(Rules{{"compromise.notice", "1wd"}});
  const auto friday = school.at("2025-09-05", 10);
  school.clock("2025-09-08", 23, 59);  // Monday
  RulesSchool in_time = school;
  EXPECT_EQ(in_time.say(kAdministrator, {stolen(friday)}), "");
  school.clock("2025-09-09", 0);
  EXPECT_EQ(school.say(kAdministrator, {stolen(friday)}), "compromise.back_dated");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kAdministrator, {stolen(friday, kOrder)}), "compromise.back_dated");
  EXPECT_EQ(school.say(kDirector, {stolen(friday)}), "compromise.back_dated");
  EXPECT_EQ(school.say(kDirector, {stolen(friday, kOrder)}), "");
}

TEST(CompromiseTest, WhatReachesIntoAClosedPeriodIsTheDirectorsByAnOrder) {
  RecordProperty("requirement", "ACC-09");
  RulesSchool school;
  school.clock("2025-10-24", 20);
  const auto noticed = school.now();
  school.clock("2025-10-24", 22);
  school.given(kDeputy, events::PeriodClosed{kFifthA, kFirstQuarter});
  EXPECT_EQ(school.say(kAdministrator, {stolen(noticed)}), "compromise.back_dated");
  school.clock("2025-10-25", 8);
  EXPECT_EQ(school.say(kAdministrator, {stolen(school.now())}), "") << "after the period's end";
}

}  // namespace
}  // namespace letopis::rules::founded

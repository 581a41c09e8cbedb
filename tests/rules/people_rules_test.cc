#include <gtest/gtest.h>

#include "rules/people_rules.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

const Rules kConsentFirst{{"consent.when", "before_data"}, {"consent.of", "pupils,parents,staff"}};

events::PersonChanged data_of(events::PersonNumber person) { return {person, {name_field(1)}}; }

events::ConsentRecorded consent(events::PersonNumber person, events::PersonNumber said_by,
                                events::ConsentState state = events::ConsentState::kGiven) {
  return {person, said_by, events::ConsentPurpose::kJournal, state, day("2025-09-02"), {}};
}

TEST(PeopleRulesTest, WhereNothingIsSaidOfConsentDataNeedNone) {
  RecordProperty("requirement", "ACC-10");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {data_of(kAnna)}), "");
  EXPECT_EQ(school.say(kAdministrator, {events::PersonRegistered{{}, {name_field(2)}}}), "");
}

TEST(PeopleRulesTest, DataComeAfterAConsent) {
  RecordProperty("requirement", "ACC-10");
  RulesSchool school(kConsentFirst);
  EXPECT_EQ(school.say(kAdministrator, {events::PersonRegistered{kNext, {name_field(2)}}}),
            "consent.none");
  EXPECT_EQ(school.say(kAdministrator, {data_of(kAnna)}), "consent.none");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kAdministrator, {data_of(kMaths)}), "consent.none") << "staff too";
  auto photo = consent(kAnna, kMother);
  photo.purpose = events::ConsentPurpose::kPhoto;
  EXPECT_EQ(school.say(kAdministrator, {photo, data_of(kAnna)}), "consent.none")
      << "a consent to something else";
  EXPECT_EQ(school.say(kAdministrator, {data_of(kAnna), consent(kAnna, kMother)}), "")
      << "in the same command";
  EXPECT_EQ(school.say(kAdministrator, {data_of(kAnna)}), "");
}

TEST(PeopleRulesTest, ARefusalAndAWithdrawalCloseTheDataAgain) {
  RecordProperty("requirement", "ACC-10");
  RulesSchool school(kConsentFirst);
  EXPECT_EQ(school.say(kAdministrator,
                       {consent(kAnna, kMother, events::ConsentState::kRefused), data_of(kAnna)}),
            "consent.none");
  EXPECT_EQ(school.say(kAdministrator, {consent(kAnna, kMother), data_of(kAnna)}), "");
  EXPECT_EQ(school.say(kMother, {consent(kAnna, kMother, events::ConsentState::kWithdrawn)}), "");
  EXPECT_EQ(school.say(kAdministrator, {data_of(kAnna)}), "consent.none");
}

TEST(PeopleRulesTest, StaffConsentOnlyWhereTheRegulationSaysSo) {
  RecordProperty("requirement", "ACC-10");
  RulesSchool school(Rules{{"consent.collected_by", "class_teacher"}});
  EXPECT_EQ(school.say(kAdministrator, {data_of(kMaths)}), "");
  EXPECT_EQ(school.say(kAdministrator, {data_of(kAnna)}), "consent.none");
  RulesSchool pupils_only(Rules{{"consent.collected_by", "unnamed"}, {"consent.of", "pupils"}});
  EXPECT_EQ(pupils_only.say(kAdministrator, {data_of(kMother)}), "");
  EXPECT_EQ(pupils_only.say(kAdministrator, {data_of(kAnna)}), "consent.none");
}

TEST(PeopleRulesTest, AFieldIsNamedOnceInAFact) {
  RulesSchool school;
  EXPECT_EQ(
      school.say(kAdministrator, {events::PersonChanged{kAnna, {name_field(1), name_field(2)}}}),
      "field.twice");
}

TEST(PeopleRulesTest, ACheckIsNotOfTomorrow) {
  RecordProperty("requirement", "ACC-20");
  RulesSchool school;
  EXPECT_EQ(school.say(kGuide, {events::PersonChecked{kAnna, day("2025-09-02")}}), "");
  EXPECT_EQ(school.say(kGuide, {events::PersonChecked{kAnna, day("2025-09-03")}}), "day.future");
  EXPECT_EQ(school.say(kGuide, {events::PersonChecked{kBoris, day("2025-09-02")}}),
            "access.out_of_reach");
}

TEST(ErasureRulesTest, WhoIsAtTheSchoolIsNotErased) {
  RecordProperty("requirement", "ACC-15");
  RulesSchool school;
  const auto erased = [](events::PersonNumber person) {
    return events::PersonErased{person, kOrder, "Заявление"};
  };
  EXPECT_EQ(school.say(kDirector, {erased(kAnna)}), "person.at_school");
  EXPECT_EQ(school.say(kDirector, {erased(kMaths)}), "person.appointed");
  EXPECT_EQ(school.say(kAdministrator, {erased(kNobody)}), "access.no_role");
  EXPECT_EQ(school.say(kDirector, {events::PersonErased{kNobody, kOrder, ""}}), "text.empty");
  EXPECT_EQ(school.say(kDirector, {erased(kNobody)}), "");
  EXPECT_EQ(school.say(kDirector, {erased(kNobody)}), "person.erased");
  EXPECT_EQ(school.say(kAdministrator, {data_of(kNobody)}), "person.erased");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilEnrolled{kNobody, kFifthA, day("2025-09-03"), kOrder}}),
            "person.erased");
  EXPECT_EQ(school.say(kAdministrator,
                       {events::GuardianLinked{kBoris, kNobody, events::Relation::kOther}}),
            "person.erased");
}

TEST(ErasureRulesTest, TheYearsOfKeepingAreCountedFromTheLastDayInTheSchool) {
  RecordProperty("requirement", "ACC-15");
  RulesSchool school(Rules{{"keeping.years", "5"}});
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilLeft{kAnna, kFifthA, day("2025-09-02"), {}, kOrder}}),
            "");
  const events::PersonErased erased{kAnna, kOrder, "Заявление"};
  EXPECT_EQ(school.say(kDirector, {erased}), "person.at_school") << "still her last day";
  school.clock("2025-09-03", 12);
  EXPECT_EQ(school.say(kDirector, {erased}), "person.kept");
  school.clock("2030-09-02", 23, 59);
  EXPECT_EQ(school.say(kDirector, {erased}), "person.kept");
  school.clock("2030-09-03", 0);
  EXPECT_EQ(school.say(kDirector, {erased}), "");
}

TEST(RoleRulesTest, OfficersAreAppointedByTheDirector) {
  RecordProperty("requirement", "ACC-01");
  using events::Role;
  RulesSchool school;
  const auto give = [](Role role) {
    return events::RoleGiven{kNobody, role, std::nullopt, std::nullopt, day("2025-09-02"), kOrder};
  };
  for (const Role role :
       {Role::kDirector, Role::kDeputy, Role::kAdministrator, Role::kSecretary, Role::kInspector,
        Role::kControlMember, Role::kHeadOfAssociation, Role::kSiteAdministrator}) {
    EXPECT_EQ(school.say(kAdministrator, {give(role)}), "role.by_director");
    EXPECT_EQ(school.say(kDirector, {give(role)}), "");
    EXPECT_EQ(school.say(kDirector, {give(role)}), "role.held");
  }
  EXPECT_EQ(school.say(kAdministrator, {give(Role::kTeacher)}), "");
  EXPECT_EQ(school.say(kDirector, {give(Role::kPupil)}), "role.not_given");
  EXPECT_EQ(school.say(kDirector, {give(Role::kParent)}), "role.not_given");
}

TEST(RoleRulesTest, AClassTeacherHasAClassAndNobodyElseHas) {
  RecordProperty("requirement", "ACC-06");
  RulesSchool school;
  events::RoleGiven given{kMaths,       events::Role::kClassTeacher, std::nullopt,
                          std::nullopt, day("2025-09-02"),           kOrder};
  EXPECT_EQ(school.say(kAdministrator, {given}), "role.class");
  given.school_class = kEleventh;
  EXPECT_EQ(school.say(kAdministrator, {given}), "");
  given.role = events::Role::kPsychologist;
  EXPECT_EQ(school.say(kAdministrator, {given}), "role.class");
}

TEST(RoleRulesTest, WhoLearnsHereGetsNoAppointment) {
  RecordProperty("requirement", "ACC-03");
  RulesSchool school;
  EXPECT_EQ(
      school.say(kDirector, {events::RoleGiven{
                                kVera, events::Role::kTeacher, {}, {}, day("2025-09-02"), kOrder}}),
      "role.pupil");
}

TEST(RoleRulesTest, WhomTheRegulationAppointsByOrderHasAnOrder) {
  RecordProperty("requirement", "ACC-17");
  RulesSchool school(Rules{{"appointed_by_order", "administrator"}});
  events::RoleGiven given{kNobody,           events::Role::kAdministrator,
                          std::nullopt,      std::nullopt,
                          day("2025-09-02"), std::nullopt};
  EXPECT_EQ(school.say(kDirector, {given}), "order.none");
  EXPECT_EQ(school.refusal().clause, "§");
  given.order = kOrder;
  EXPECT_EQ(school.say(kDirector, {given}), "");
  given.role = events::Role::kSecretary;
  given.order.reset();
  EXPECT_EQ(school.say(kDirector, {given}), "");
}

TEST(RoleRulesTest, AnAppointmentEndsOnceNotBeforeItBegan) {
  RecordProperty("requirement", "ACC-01");
  RulesSchool school;
  events::RoleEnded end{kMaths, events::Role::kTeacher, {}, {}, day("2025-08-24"), kOrder};
  EXPECT_EQ(school.say(kAdministrator, {end}), "role.before_first");
  end.last_day = day("2025-08-25");
  EXPECT_EQ(school.say(kAdministrator, {end}), "");
  EXPECT_EQ(school.say(kAdministrator, {end}), "role.not_held");
  end.person = kDeputy;
  end.role = events::Role::kDeputy;
  EXPECT_EQ(school.say(kAdministrator, {end}), "role.by_director");
  EXPECT_EQ(school.say(kDirector, {end}), "");
}

TEST(FamilyRulesTest, ALinkIsOfTwoPeopleAndThereOnce) {
  RecordProperty("requirement", "ACC-04");
  RulesSchool school;
  const auto link = [](events::PersonNumber child, events::PersonNumber guardian) {
    return events::GuardianLinked{child, guardian, events::Relation::kOther};
  };
  EXPECT_EQ(school.say(kAdministrator, {link(kAnna, kAnna)}), "link.oneself");
  EXPECT_EQ(school.say(kAdministrator, {link(kAnna, kMother)}), "link.twice");
  EXPECT_EQ(school.say(kAdministrator, {link(kAnna, kFather)}), "");
  const events::GuardianUnlinked end{kAnna, kFather, kOrder};
  EXPECT_EQ(school.say(kAdministrator, {end}), "");
  EXPECT_EQ(school.say(kAdministrator, {end}), "link.none");
}

TEST(FamilyRulesTest, AChildsConsentIsSaidByARepresentativeAndByThemselves) {
  RecordProperty("requirement", "ACC-10");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {consent(kAnna, kMother)}), "");
  EXPECT_EQ(school.say(kAdministrator, {consent(kAnna, kFather)}), "consent.said_by");
  EXPECT_EQ(school.say(kAdministrator, {consent(kAnna, kAnna)}), "consent.said_by");
  EXPECT_EQ(school.say(kAdministrator, {consent(kVera, kVera)}), "") << "of age in grade 11";
  EXPECT_EQ(school.say(kAdministrator, {consent(kMother, kMother)}), "");
  auto tomorrow = consent(kAnna, kMother);
  tomorrow.day = day("2025-09-03");
  EXPECT_EQ(school.say(kAdministrator, {tomorrow}), "day.future");
}

TEST(FamilyRulesTest, AParentRecordsOnlyTheirOwnWord) {
  RecordProperty("requirement", "ACC-04");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator,
                       {events::GuardianLinked{kAnna, kFather, events::Relation::kFather}}),
            "");
  EXPECT_EQ(school.say(kMother, {consent(kAnna, kMother)}), "");
  EXPECT_EQ(school.say(kMother, {consent(kAnna, kFather)}), "consent.speaks");
  EXPECT_EQ(school.say(kMother, {consent(kBoris, kFather)}), "access.out_of_reach");
}

TEST(FamilyRulesTest, TheFamilyChoosesTheDiaryAndHowItIsTold) {
  RecordProperty("requirement", "ACC-11");
  RulesSchool school;
  const auto choice = [](events::PersonNumber by, std::string_view iso_day) {
    return events::DiaryFormChosen{kAnna, by, events::DiaryForm::kPaper, day(iso_day)};
  };
  EXPECT_EQ(school.say(kGuide, {choice(kMother, "2025-09-02")}), "");
  EXPECT_EQ(school.say(kGuide, {choice(kFather, "2025-09-02")}), "choice.by");
  EXPECT_EQ(school.say(kGuide, {choice(kAnna, "2025-09-02")}), "choice.by");
  EXPECT_EQ(school.say(kGuide, {choice(kMother, "2025-09-03")}), "day.future");
  EXPECT_EQ(school.say(kMother, {events::NoticesChosen{kMother, events::NoticeChannel::kSms}}), "");
  EXPECT_EQ(
      school.say(kAdministrator, {events::NoticesChosen{kNobody, events::NoticeChannel::kSms}}),
      "choice.no_child");
}

}  // namespace
}  // namespace letopis::rules::founded

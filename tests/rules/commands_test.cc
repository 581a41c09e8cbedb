#include <gtest/gtest.h>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

OpenYear next_year() {
  return {day("2026-09-01"),
          day("2027-05-26"),
          kOrder,
          {{events::PeriodKind::kQuarter, 1, day("2026-09-01"), day("2026-10-24")},
           {events::PeriodKind::kQuarter, 2, day("2026-11-05"), day("2026-12-29")}},
          {{day("2026-11-04"), events::CalendarDayKind::kOff, "День единства"}}};
}

template <class Fact>
std::size_t count(const std::vector<events::Fact>& facts) {
  std::size_t found = 0;
  for (const auto& fact : facts) found += std::holds_alternative<Fact>(fact) ? 1 : 0;
  return found;
}

TEST(YearCommandsTest, AYearIsOpenedWithItsPeriods) {
  RecordProperty("requirement", "SET-02");
  RulesSchool school;
  EXPECT_EQ(school.wish(kAdministrator, next_year()), "");
  const events::YearNumber next{2};
  EXPECT_EQ(school.directory().periods(next).size(), 2U);
  EXPECT_EQ(school.directory().years().back().first_calendar_year, 2026);
  EXPECT_FALSE(school.directory().calendar().is_school_day(day("2026-11-04")));
  EXPECT_EQ(school.wish(kAdministrator, next_year()), "year.overlap");
  EXPECT_EQ(school.wish(kDeputy, next_year()), "access.no_role");
}

TEST(YearCommandsTest, EveryoneEntersTheNextGradeAndTheLastGraduates) {
  RecordProperty("requirement", "SET-07");
  RecordProperty("requirement", "SET-11");
  RulesSchool school;
  school.clock("2026-06-25", 12);
  EXPECT_EQ(school.wish(kAdministrator, next_year()), "");
  const PromoteAll promotion{kYear, {2}, day("2026-06-25"), kOrder};
  EXPECT_EQ(school.wish(kAdministrator, promotion), "");
  EXPECT_EQ(count<events::ClassPromoted>(school.said()), 2U);
  EXPECT_EQ(count<events::PupilPromoted>(school.said()), 2U);
  EXPECT_EQ(count<events::PupilGraduated>(school.said()), 1U);
  EXPECT_EQ(count<events::ClassClosed>(school.said()), 1U);
  const auto directory = school.directory();
  EXPECT_EQ(directory.class_info(kFifthA, day("2026-09-01"))->grade, 6U);
  EXPECT_EQ(directory.class_info(kFifthA, day("2026-06-30"))->grade, 5U);
  EXPECT_EQ(directory.class_of(kAnna, day("2026-09-01")), kFifthA);
  EXPECT_FALSE(directory.class_of(kVera, day("2026-06-26")).has_value());
  EXPECT_EQ(school.wish(kAdministrator, promotion), "class.promoted") << "a second time";
}

TEST(YearCommandsTest, WhoWasKeptBackBeforeIsPassedOver) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  school.clock("2026-06-25", 12);
  EXPECT_EQ(school.wish(kAdministrator, next_year()), "");
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{4}, {2}, 5, "в"}}), "");
  EXPECT_EQ(school.say(kAdministrator, {events::PupilPromoted{kAnna, kFifthA, {4}, {2}, kOrder}}),
            "");
  EXPECT_EQ(school.wish(kAdministrator, PromoteAll{kYear, {2}, day("2026-06-25"), kOrder}), "");
  EXPECT_EQ(count<events::PupilPromoted>(school.said()), 1U) << "Boris alone";
  EXPECT_EQ(school.directory().class_of(kAnna, day("2026-09-01")), events::ClassNumber{4});
}

TEST(YearCommandsTest, PromotionIsForwardInTime) {
  RulesSchool school;
  EXPECT_EQ(school.wish(kAdministrator, PromoteAll{kYear, kYear, day("2025-09-02"), kOrder}),
            "promote.order");
  EXPECT_EQ(school.wish(kAdministrator, PromoteAll{kYear, {2}, day("2025-09-02"), kOrder}),
            "subject.missing");
}

TEST(YearCommandsTest, AYearIsClosedWhenItsPeriodsAre) {
  RecordProperty("requirement", "SET-11");
  RulesSchool school;
  school.clock("2026-06-30", 12);
  EXPECT_EQ(school.wish(kAdministrator, CloseYear{kYear, kOrder}), "year.period_open");
}

TEST(SchoolCommandsTest, ARegulationReplacesAllThatWasBefore) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school(Rules{{"edit.window", "2w"}, {"dispute.notice", "3d"}});
  EXPECT_EQ(school.wish(kDirector, AdoptRegulation{"Новое положение",
                                                   kOrder,
                                                   day("2025-09-03"),
                                                   {{"entry.mark.due", "7d", "4"},
                                                    {"edit.window", "1w", "5"}}}),
            "");
  const auto directory = school.directory();
  EXPECT_EQ(directory.parameter("edit.window", day("2025-09-02"))->value, "2w");
  EXPECT_EQ(directory.parameter("edit.window", day("2025-09-03"))->value, "1w");
  EXPECT_FALSE(directory.parameter("dispute.notice", day("2025-09-03")).has_value());
}

TEST(PeopleCommandsTest, ACodeOpensAnAccountTheFirstTime) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  const IssueCode code{kAnna, events::SlipMedium::kPaper};
  EXPECT_EQ(school.wish(kGuide, code), "");
  ASSERT_EQ(school.said().size(), 2U);
  EXPECT_FALSE(std::get<events::CredentialIssued>(school.said()[1]).again);
  EXPECT_EQ(school.wish(kGuide, code), "");
  ASSERT_EQ(school.said().size(), 1U);
  EXPECT_TRUE(std::get<events::CredentialIssued>(school.said()[0]).again);
}

TEST(PeopleCommandsTest, APersonIsRegisteredInOnePiece) {
  RecordProperty("requirement", "SET-06");
  RulesSchool school(Rules{{"consent.when", "before_data"}});
  RegisterPerson father;
  father.fields = {name_field(7)};
  father.children = {{kAnna, events::Relation::kFather}};
  EXPECT_EQ(school.wish(kGuide, father), "consent.none");
  father.consents.emplace_back();
  father.consents.back().day = day("2025-09-02");
  EXPECT_EQ(school.wish(kGuide, father), "");
  EXPECT_EQ(school.directory().guardians_of(kAnna).size(), 2U);
  EXPECT_EQ(school.directory().person_fields(kNext), father.fields);
}

TEST(PeopleCommandsTest, APupilIsEnrolledWithGroups) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  EnrolPupil wish{kNobody, kFifthB, day("2025-09-03"), kOrder, {kGroup}};
  EXPECT_EQ(school.wish(kAdministrator, wish), "group.not_of_class");
  EXPECT_FALSE(school.directory().class_of(kNobody, day("2025-09-03")).has_value())
      << "all or nothing";
  wish.school_class = kFifthA;
  EXPECT_EQ(school.wish(kAdministrator, wish), "");
  EXPECT_EQ(school.directory().groups_of(kNobody).size(), 1U);
}

ImportedPerson imported_pupil(events::ClassNumber school_class, std::size_t guardian) {
  ImportedPerson pupil;
  pupil.fields = {name_field(1)};
  pupil.consent = ImportedConsent{guardian, events::ConsentState::kGiven, day("2025-09-02")};
  pupil.school_class = school_class;
  pupil.first_day = day("2025-09-03");
  return pupil;
}

ImportPeople import_of(std::size_t families) {
  ImportPeople wish;
  wish.order = kOrder;
  for (std::size_t i = 0; i < families; ++i) {
    wish.people.push_back(imported_pupil(kFifthA, 2 * i + 1));
    ImportedPerson mother;
    mother.fields = {name_field(2)};
    mother.consent = ImportedConsent{std::nullopt, events::ConsentState::kGiven, day("2025-09-02")};
    wish.people.push_back(std::move(mother));
    wish.links.push_back({2 * i, 2 * i + 1, events::Relation::kMother});
  }
  return wish;
}

TEST(PeopleCommandsTest, AnImportIsOneCommand) {
  RecordProperty("requirement", "SET-06");
  RulesSchool school(
      Rules{{"consent.when", "before_data"}, {"consent.of", "pupils,parents,staff"}});
  EXPECT_EQ(school.wish(kAdministrator, import_of(30)), "") << school.refusal().says.en;
  EXPECT_EQ(school.said().size(), 30U * 8);
  EXPECT_EQ(school.directory().pupils_of(kFifthA, day("2025-09-03"), day("2025-09-03")).size(),
            31U);
  EXPECT_EQ(school.directory().guardians_of(kNext).size(), 1U);
}

TEST(PeopleCommandsTest, AFaultyRowRefusesTheWholeImport) {
  RecordProperty("requirement", "SET-06");
  RulesSchool school(Rules{{"consent.when", "before_data"}});
  const std::size_t before = school.log().size();
  auto wish = import_of(3);
  wish.people[4].consent->state = events::ConsentState::kRefused;
  EXPECT_EQ(school.wish(kAdministrator, wish), "consent.none");
  wish = import_of(3);
  wish.links[2].guardian = 6;
  EXPECT_EQ(school.wish(kAdministrator, wish), "import.row");
  wish = import_of(3);
  wish.order.reset();
  EXPECT_EQ(school.wish(kAdministrator, wish), "order.none");
  EXPECT_EQ(school.wish(kAdministrator, ImportPeople{}), "command.empty");
  EXPECT_EQ(school.log().size(), before);
}

TEST(PeopleCommandsTest, AnImportLinksParentsToPupilsOfTheJournal) {
  RecordProperty("requirement", "SET-06");
  RulesSchool school;
  EXPECT_EQ(school.wish(kAdministrator, import_of(1)), "") << school.refusal().says.en;
  ImportPeople wish;
  wish.people.resize(1);
  wish.links.push_back({std::nullopt, 0, events::Relation::kFather, kNext});
  EXPECT_EQ(school.wish(kAdministrator, wish), "") << school.refusal().says.en;
  EXPECT_EQ(school.directory().guardians_of(kNext).size(), 2U);
  wish.links.front().child = 0;
  EXPECT_EQ(school.wish(kAdministrator, wish), "import.child");
  wish.links.front() = {std::nullopt, 0, events::Relation::kFather, std::nullopt};
  EXPECT_EQ(school.wish(kAdministrator, wish), "import.child");
}

TEST(PeopleCommandsTest, AnImportIssuesCodesToWhomItsAuthorMay) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  ImportPeople wish;
  wish.people.resize(1);
  wish.people.front().roles.push_back(
      {events::Role::kTeacher, std::nullopt, std::nullopt, day("2025-09-02"), kOrder});
  wish.people.front().code = events::SlipMedium::kPaper;
  EXPECT_EQ(school.wish(kAdministrator, wish), "") << school.refusal().says.en;
  const std::size_t before = school.log().size();
  EXPECT_NE(school.wish(kMaths, wish), "");
  EXPECT_EQ(school.log().size(), before);
}

TEST(PeopleCommandsTest, AnImportHasALimit) {
  RulesSchool school;
  ImportPeople wish;
  wish.people.resize(events::kMaxCommandEvents + 1U);
  EXPECT_EQ(school.wish(kAdministrator, wish), "command.too_large");
}

}  // namespace
}  // namespace letopis::rules::founded

#include "intake/one_roster.h"

#include <gtest/gtest.h>

#include "intake/fault_lines.h"
#include "intake/roster_set.h"
#include "regulations/civil_day.h"

namespace letopis::intake {
namespace {

using events::PeriodKind;
using events::Relation;
using events::Role;
using Lines = std::vector<std::string>;

TEST(OneRoster, AWholeSetBecomesASchool) {
  RecordProperty("requirement", "SET-06");
  const auto roster = RosterSet().read();
  ASSERT_TRUE(roster) << lines_of(roster).front();
  EXPECT_EQ(roster->school, "Школа № 1");
  ASSERT_EQ(roster->people.staff.size(), 2U);
  EXPECT_EQ(roster->people.staff[0].roles,
            (std::vector<StaffRole>{{Role::kTeacher, {}, {}},
                                    {Role::kClassTeacher, class_named("7А"), {}}}));
  EXPECT_EQ(roster->people.staff[0].data.email, "orlova@example.org");
  EXPECT_EQ(roster->people.staff[1].roles.front().role, Role::kDirector);
  ASSERT_EQ(roster->people.pupils.size(), 1U);
  const Pupil& pupil = roster->people.pupils.front();
  EXPECT_EQ(full_name(pupil.data), "Глебов Глеб");
  EXPECT_EQ(pupil.school_class.text(), "7А");
  EXPECT_EQ(pupil.data.birth_date, *regulations::parse_iso("2012-03-04"));
  EXPECT_EQ(pupil.data.sex, "мужской");
  ASSERT_EQ(roster->people.parents.size(), 1U);
  EXPECT_EQ(roster->people.parents[0].children, (std::vector<Child>{{0, Relation::kMother}}));
  EXPECT_EQ(lines_of(roster->people.remarks), (Lines{"one_roster.role roles.csv R6 C6 proctor"}));
  EXPECT_TRUE(roster->withdrawals.empty());
}

TEST(OneRoster, SessionsEndTheDayBeforeTheEndDate) {
  const auto roster = RosterSet().read();
  ASSERT_TRUE(roster);
  ASSERT_EQ(roster->sessions.size(), 2U);
  EXPECT_EQ(roster->sessions[0].kind, PeriodKind::kYear);
  EXPECT_EQ(roster->sessions[0].first_calendar_year, 2025U);
  EXPECT_EQ(roster->sessions[1].kind, PeriodKind::kQuarter);
  EXPECT_EQ(roster->sessions[1].first_day, *regulations::parse_iso("2025-09-01"));
  EXPECT_EQ(roster->sessions[1].last_day, *regulations::parse_iso("2025-10-24"));
  EXPECT_EQ(roster->sessions[1].within, 0U);
}

TEST(OneRoster, ClassesKnowTheirCourseSessionsTeachersAndPupils) {
  const auto roster = RosterSet().read();
  ASSERT_TRUE(roster);
  ASSERT_EQ(roster->classes.size(), 2U);
  EXPECT_EQ(roster->classes[0].homeroom->text(), "7А");
  const RosterClass& physics = roster->classes[1];
  EXPECT_FALSE(physics.homeroom);
  EXPECT_EQ(roster->courses[physics.course], (RosterCourse{"Физика", "PHY"}));
  EXPECT_EQ(physics.sessions, (std::vector<std::size_t>{1, 0}));
  EXPECT_EQ(physics.teachers, (std::vector<std::size_t>{0}));
  EXPECT_EQ(physics.pupils, (std::vector<std::size_t>{0}));
}

TEST(OneRoster, ALineToBeRemovedIsNotTakenAndNothingMayReferToIt) {
  auto set = RosterSet();
  set.replace("users.csv", "u4,,", "u4,tobedeleted,");
  EXPECT_EQ(lines_of(set.read()), (Lines{"one_roster.reference roles.csv R5 C4 u4",
                                         "one_roster.reference roles.csv R6 C4 u4"}));
  set.replace("roles.csv", "r4,,", "r4,tobedeleted,")
      .replace("roles.csv", "r5,,", "r5,tobedeleted,");
  const auto roster = set.read();
  ASSERT_TRUE(roster) << lines_of(roster).front();
  EXPECT_EQ(roster->people.staff.size(), 1U);
  ASSERT_EQ(roster->withdrawals.size(), 3U);
  EXPECT_EQ(roster->withdrawals[0].sourced_id, "u4");
  EXPECT_EQ(roster->withdrawals[0].place, (Place{"users.csv", 5, 1, "sourcedId"}));
}

struct Slip {
  std::string file;
  std::string_view text;
  std::string_view with;
  Lines faults;
};

TEST(OneRoster, OneFaultInEachFileIsNamedByFileRowAndColumn) {
  RecordProperty("requirement", "SET-06");
  const Slip slips[] = {
      {"manifest.csv",
       "version,1.2",
       "version,1.1",
       {"one_roster.manifest manifest.csv R3 C2 1.1"}},
      {"manifest.csv",
       "users,bulk",
       "users,delta",
       {"one_roster.manifest manifest.csv R13 C2 delta"}},
      {"manifest.csv", "orgs,bulk", "orgs,absent", {"one_roster.file orgs.csv"}},
      {"orgs.csv",
       "o1,,,Школа № 1,school",
       "o1,,,,school",
       {"one_roster.missing orgs.csv R3 C4", "one_roster.school orgs.csv"}},
      {"orgs.csv", "district", "district2", {"one_roster.value orgs.csv R2 C5 district2"}},
      {"orgs.csv", "Район,district", "Район,school", {"one_roster.school orgs.csv R3 C5 school"}},
      {"academicSessions.csv",
       "2025-10-25",
       "2025-02-30",
       {"one_roster.value academicSessions.csv R3 C7 2025-02-30"}},
      {"academicSessions.csv",
       "2025-09-01,2025-10-25",
       "2025-10-25,2025-10-25",
       {"one_roster.session academicSessions.csv R3 C7 2025-10-25"}},
      {"academicSessions.csv",
       "2025-10-25",
       "2026-06-01",
       {"one_roster.session academicSessions.csv R3 C8 y"}},
      {"academicSessions.csv",
       "y,2026",
       "y,26",
       {"one_roster.value academicSessions.csv R3 C9 26"}},
      {"courses.csv", "PHY,,o1", "PHY,,o2", {"one_roster.reference courses.csv R2 C8 o2"}},
      {"classes.csv", "scheduled", "optional", {"one_roster.value classes.csv R3 C8 optional"}},
      {"classes.csv", "q1,y", "q1,q9", {"one_roster.reference classes.csv R3 C11 q1,q9"}},
      {"users.csv",
       "u4,,,true,gone",
       "u4,,,true,GLEBOV",
       {"people.login_twice users.csv R3 C5 glebov"}},
      {"users.csv",
       "u4,,,true",
       "u1,,,true",
       {"one_roster.twice users.csv R5 C1 u1", "one_roster.reference roles.csv R5 C4 u4",
        "one_roster.reference roles.csv R6 C4 u4"}},
      {"users.csv",
       "Глеб,Глебов",
       ",Глебов",
       {"one_roster.missing users.csv R3 C7", "people.name users.csv R3 C7"}},
      {"users.csv", "orlova@example.org", "orlova", {"people.email users.csv R2 C11 orlova"}},
      {"roles.csv",
       "u3,primary,parent",
       "u3,primary,parents",
       {"one_roster.value roles.csv R4 C6 parents"}},
      {"roles.csv", "r4,,,u4", "r4,,,u5", {"one_roster.reference roles.csv R5 C4 u5"}},
      {"enrollments.csv",
       "e3,,,k2,o1,u2,student",
       "e3,,,k2,o1,u3,student",
       {"one_roster.enrollment enrollments.csv R4 C7 student"}},
      {"enrollments.csv",
       "e1,,,k1",
       "e1,,,k2",
       {"one_roster.class users.csv R3 C1 u2", "one_roster.child users.csv R4 C14 u2",
        "one_roster.enrollment enrollments.csv R2 C7 student",
        "one_roster.enrollment enrollments.csv R4 C7 student"}},
      {"demographics.csv",
       "2012-03-04",
       "2026-03-04",
       {"one_roster.value demographics.csv R2 C4 2026-03-04"}},
      {"userProfiles.csv",
       "p1,,,u1",
       "p1,,,u9",
       {"one_roster.reference userProfiles.csv R2 C4 u9"}},
  };
  for (const Slip& slip : slips) {
    const auto roster = RosterSet().replace(slip.file, slip.text, slip.with).read();
    EXPECT_EQ(lines_of(roster), slip.faults) << slip.file << ": " << slip.with;
  }
}

TEST(OneRoster, AUsernameThatIsNoLoginHereIsARemark) {
  const auto roster = RosterSet().replace("users.csv", "true,gone", "true,gone@example.org").read();
  ASSERT_TRUE(roster) << lines_of(roster).front();
  EXPECT_FALSE(roster->people.staff[1].data.login);
  EXPECT_EQ(roster->people.staff[0].data.login, "orlova");
  EXPECT_EQ(lines_of(roster->people.remarks).back(),
            "one_roster.username users.csv R5 C5 gone@example.org");
}

TEST(OneRoster, AHomeroomMustBeAClass) {
  RecordProperty("requirement", "SET-06");
  auto set = RosterSet();
  set.replace("classes.csv", "7 «А»", "Седьмой");
  EXPECT_EQ(set.read()->people.pupils.front().school_class.text(), "7А") << "its code says it too";
  const Lines faults = lines_of(set.replace("classes.csv", "c2,7A", "c2,").read());
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults.front(), "one_roster.class classes.csv R2 C4 Седьмой");
}

TEST(OneRoster, FilesMustBeThereAndBeTables) {
  RecordProperty("requirement", "SET-06");
  EXPECT_EQ(lines_of(RosterSet().remove("manifest.csv").read()),
            (Lines{"one_roster.manifest manifest.csv"}));
  EXPECT_EQ(lines_of(RosterSet().remove("roles.csv").read()), (Lines{"one_roster.file roles.csv"}));
  EXPECT_EQ(lines_of(RosterSet().add("users.csv", "u5,\"").read()),
            (Lines{"csv.quote users.csv R6 C2"}));
  EXPECT_EQ(lines_of(RosterSet().replace("users.csv", "familyName", "surname").read()),
            (Lines{"columns.missing users.csv R1"}));
  EXPECT_EQ(lines_of(RosterSet().set("users.csv", "sourcedId\n").read()),
            (Lines{"table.empty users.csv"}));
  const auto more = RosterSet().set("lineItems.csv", "x").read();
  ASSERT_TRUE(more);
  EXPECT_EQ(lines_of(more->people.remarks).front(), "one_roster.unread lineItems.csv");
}

TEST(OneRoster, WithoutTheFilesThatMayBeAbsentASetIsStillRead) {
  const auto roster = RosterSet()
                          .remove("demographics.csv")
                          .remove("userProfiles.csv")
                          .replace("manifest.csv", "demographics,bulk", "demographics,absent")
                          .replace("manifest.csv", "userProfiles,bulk", "userProfiles,absent")
                          .replace("roles.csv", "o1,p1", "o1,")
                          .read();
  ASSERT_TRUE(roster) << lines_of(roster).front();
  EXPECT_FALSE(roster->people.pupils.front().data.birth_date);
  EXPECT_EQ(roster->people.parents.front().children.front().relation, Relation::kOther);
}

}  // namespace
}  // namespace letopis::intake

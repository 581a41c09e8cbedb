#include <gtest/gtest.h>

#include "rules/rules_school.h"
#include "rules/school_rules.h"

namespace letopis::rules::founded {
namespace {

events::SchoolDescribed described(std::string zone, std::uint16_t week = 5) {
  return {"Школа", "Ш", std::move(zone), week};
}

TEST(SchoolRulesTest, ASchoolHasANameAZoneThatExistsAndAWeekOfFiveOrSixDays) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school;
  EXPECT_EQ(school.say(kDirector, {described("Asia/Kamchatka", 6)}), "");
  EXPECT_EQ(school.say(kDirector, {described("Asia/Kamchatka", 4)}), "school.week");
  EXPECT_EQ(school.say(kDirector, {described("Asia/Kamchatka", 7)}), "school.week");
  EXPECT_EQ(school.say(kDirector, {described("Asia/Nowhere")}), "time_zone.unknown");
  events::SchoolDescribed nameless = described("Europe/Moscow");
  nameless.name = "  ";
  EXPECT_EQ(school.say(kDirector, {nameless}), "text.empty");
}

TEST(SchoolRulesTest, AnOutageIsNotReversedNotLongAndNotForeseenForMonths) {
  RecordProperty("requirement", "JRN-09");
  RulesSchool school;
  const auto outage = [&school](std::string_view first, std::string_view last) {
    return events::OutageDeclared{{}, school.at(first, 8), school.at(last, 8), kOrder};
  };
  EXPECT_EQ(school.say(kDirector, {outage("2025-09-01", "2025-09-02")}), "");
  EXPECT_EQ(school.say(kDirector, {outage("2025-09-01", "2025-09-01")}), "outage.reversed");
  EXPECT_EQ(school.say(kDirector, {outage("2025-08-01", "2025-09-01")}), "");
  EXPECT_EQ(school.say(kDirector, {outage("2025-08-01", "2025-09-02")}), "outage.long");
  EXPECT_EQ(school.say(kDirector, {outage("2025-09-08", "2025-09-09")}), "");
  EXPECT_EQ(school.say(kDirector, {outage("2025-09-09", "2025-09-10")}), "outage.ahead");
}

TEST(SchoolRulesTest, APointOfOperationIsWithdrawnOnce) {
  RecordProperty("requirement", "ACC-18");
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {events::PointListed{{1}, "", std::nullopt}}), "text.empty");
  EXPECT_EQ(school.say(kDeputy, {events::PointListed{{1}, "Учительская", std::nullopt}}), "");
  EXPECT_EQ(school.say(kDeputy, {events::PointWithdrawn{{1}, day("2025-09-03")}}), "day.future");
  EXPECT_EQ(school.say(kDeputy, {events::PointWithdrawn{{1}, day("2025-09-02")}}), "");
  EXPECT_EQ(school.say(kDeputy, {events::PointWithdrawn{{1}, day("2025-09-02")}}),
            "point.withdrawn");
}

events::WorkplaceTaken works_at(events::PersonNumber person,
                                std::optional<events::PointNumber> point) {
  return {person, point};
}

TEST(SchoolRulesTest, AWorkplaceIsTakenByOneselfAtAPointThatIsStillListed) {
  RecordProperty("requirement", "ACC-18");
  RulesSchool school(
      Rules{{"points_of_operation", "listed"}, {"points_of_operation.by", "deputy"}});
  const events::PointNumber point{1};
  EXPECT_EQ(school.say(kMaths, {works_at(kMaths, point)}), "subject.missing");
  EXPECT_EQ(school.say(kDeputy, {events::PointListed{point, "Учительская", std::nullopt}}), "");
  EXPECT_EQ(school.say(kMaths, {works_at(kMaths, point)}), "");
  EXPECT_EQ(school.say(kMaths, {works_at(kMaths, std::nullopt)}), "");
  EXPECT_EQ(school.say(kMaths, {works_at(kForeign, point)}), "access.no_role");
  EXPECT_EQ(school.say(kDirector, {works_at(kMaths, point)}), "access.no_role");
  EXPECT_EQ(school.say(kDeputy, {events::PointWithdrawn{point, day("2025-09-02")}}), "");
  EXPECT_EQ(school.say(kMaths, {works_at(kMaths, point)}), "point.withdrawn");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kMaths, {works_at(kMaths, std::nullopt)}), "") << "elsewhere always may be";
}

TEST(SchoolRulesTest, FamiliesTakeNoWorkplaceAndNobodyDoesBeforeTheirAppointment) {
  RecordProperty("requirement", "ACC-18");
  RulesSchool school(Rules{{"points_of_operation", "listed"}});
  for (const auto person : {kAnna, kMother, kNobody}) {
    EXPECT_EQ(school.say(person, {works_at(person, std::nullopt)}), "workplace.not_staff");
    EXPECT_EQ(school.refusal().clause, "§");
  }
  events::RoleGiven given{kNobody, events::Role::kSecretary, {}, {}, day("2025-09-03"), kOrder};
  EXPECT_EQ(school.say(kDirector, {given}), "");
  school.clock("2025-09-02", 23, 59);
  EXPECT_EQ(school.say(kNobody, {works_at(kNobody, std::nullopt)}), "workplace.not_staff");
  school.clock("2025-09-03", 0);
  EXPECT_EQ(school.say(kNobody, {works_at(kNobody, std::nullopt)}), "");
}

TEST(SchoolRulesTest, PapersAndSectionsHaveTitles) {
  RecordProperty("requirement", "SET-14");
  RecordProperty("requirement", "SET-15");
  RulesSchool school;
  events::DocumentRecorded paper{
      {}, events::DocumentKind::kRegulation, "Положение", kOrder, std::nullopt};
  EXPECT_EQ(school.say(kDirector, {paper}), "");
  paper.title = "";
  EXPECT_EQ(school.say(kDirector, {paper}), "text.empty");
  EXPECT_EQ(school.say(kDeputy, {events::SectionFilled{"О школе", day("2025-09-02")}}), "");
  EXPECT_EQ(school.say(kDeputy, {events::SectionFilled{"О школе", day("2025-09-03")}}),
            "day.future");
}

TEST(DirectoryRulesTest, BellsRingOneAfterAnother) {
  RecordProperty("requirement", "SET-03");
  RulesSchool school;
  const auto schedule = [](std::vector<events::Bell> bells) {
    return events::BellScheduleDeclared{{}, "Звонки", std::move(bells)};
  };
  EXPECT_EQ(school.say(kDeputy, {schedule({{1, 480, 525}, {2, 525, 570}})}), "");
  EXPECT_EQ(school.say(kDeputy, {schedule({{1, 480, 525}, {2, 524, 570}})}), "bells.order");
  EXPECT_EQ(school.say(kDeputy, {schedule({{1, 480, 525}, {3, 530, 570}})}), "bells.order");
  EXPECT_EQ(school.say(kDeputy, {schedule({{1, 480, 480}})}), "bells.order");
  EXPECT_EQ(school.say(kDeputy, {schedule({{1, 1400, 1440}})}), "");
  EXPECT_EQ(school.say(kDeputy, {schedule({{1, 1400, 1441}})}), "bells.order");
  EXPECT_EQ(school.say(kDeputy, {schedule({})}), "bells.none");
  EXPECT_EQ(school.say(kDeputy, {schedule(std::vector<events::Bell>(21))}), "bells.many");
}

TEST(DirectoryRulesTest, ASubjectHasANameOfItsOwnAndALinkNamesOneThing) {
  RecordProperty("requirement", "SET-04");
  RulesSchool school;
  const auto subject = [](std::string name, std::string short_name) {
    return events::SubjectRegistered{{}, std::move(name), std::move(short_name), false};
  };
  EXPECT_EQ(school.say(kDeputy, {subject("Физика", "Физ.")}), "");
  EXPECT_EQ(school.say(kDeputy, {subject("Физика", "Ф.")}), "subject.twice");
  EXPECT_EQ(school.say(kDeputy, {subject("Химия", "Физ.")}), "subject.twice");
  EXPECT_EQ(school.say(kDeputy, {subject("", "Х.")}), "text.empty");
  events::SubjectLinked link{kMathematics, events::DirectoryLink::kTeacher, kMaths, {}, {}};
  EXPECT_EQ(school.say(kDeputy, {link}), "");
  link.school_class = kFifthA;
  EXPECT_EQ(school.say(kDeputy, {link}), "link.which");
  link = {kMathematics, events::DirectoryLink::kRoom, kMaths, {}, {}};
  EXPECT_EQ(school.say(kDeputy, {link}), "link.which");
}

TEST(DirectoryRulesTest, TheCalendarOfAClosedYearDoesNotChange) {
  RecordProperty("requirement", "SET-11");
  RulesSchool school;
  const events::CalendarDayDeclared off{day("2026-05-26"), events::CalendarDayKind::kOff, "День"};
  const events::BellScheduleApplied bells{{1}, day("2026-05-26"), day("2026-06-30"), {}};
  EXPECT_EQ(school.say(kDeputy, {off, bells}), "");
  school.given(kDirector, events::YearClosed{kYear, kOrder});
  EXPECT_EQ(school.say(kDeputy, {off}), "year.closed");
  EXPECT_EQ(school.say(kDeputy, {bells}), "year.closed");
  EXPECT_EQ(school.say(kDeputy, {events::CalendarDayDeclared{
                                    day("2026-05-27"), events::CalendarDayKind::kOff, "День"}}),
            "");
}

}  // namespace
}  // namespace letopis::rules::founded

#include <gtest/gtest.h>

#include "rules/rules_school.h"
#include "rules/year_rules.h"

namespace letopis::rules::founded {
namespace {

events::YearOpened next_year() { return {{}, 2026, day("2026-09-01"), day("2027-05-26"), kOrder}; }

// All quarters of all classes are closed.
void close_periods(RulesSchool& school) {
  for (const events::ClassNumber number : {kFifthA, kFifthB, kEleventh}) {
    for (const events::PeriodNumber period :
         {kFirstQuarter, kSecondQuarter, kThirdQuarter, kFourthQuarter}) {
      school.given(kDeputy, events::PeriodClosed{number, period});
    }
  }
}

TEST(YearRulesTest, YearsDoNotOverlapAndBeginInTheYearTheyAreNamedAfter) {
  RecordProperty("requirement", "SET-02");
  RulesSchool school;
  events::YearOpened year = next_year();
  year.first_day = day("2026-05-26");
  EXPECT_EQ(school.say(kDirector, {year}), "year.overlap");
  year = next_year();
  year.first_calendar_year = 2027;
  EXPECT_EQ(school.say(kDirector, {year}), "year.number");
  year = next_year();
  year.last_day = day("2026-08-31");
  EXPECT_EQ(school.say(kDirector, {year}), "days.reversed");
  year = next_year();
  year.last_day = day("2027-09-02");
  EXPECT_EQ(school.say(kDirector, {year}), "year.long");
  year.last_day = day("2027-09-01");
  EXPECT_EQ(school.say(kDirector, {year}), "");
}

TEST(YearRulesTest, APeriodLiesInItsYearBesideTheOthersOfItsKindAndGrades) {
  RecordProperty("requirement", "SET-02");
  RulesSchool school;
  const auto half = [](std::uint16_t ordinal, std::string_view first, std::string_view last,
                       std::uint16_t from_grade = 10, std::uint16_t to_grade = 11) {
    return events::PeriodDeclared{{},         kYear,      events::PeriodKind::kHalfYear,
                                  ordinal,    day(first), day(last),
                                  from_grade, to_grade};
  };
  EXPECT_EQ(school.say(kDeputy, {half(1, "2025-09-01", "2025-12-30")}), "");
  EXPECT_EQ(school.say(kDeputy, {half(2, "2025-12-30", "2026-05-26")}), "period.overlap");
  EXPECT_EQ(school.say(kDeputy, {half(1, "2026-01-12", "2026-05-26")}), "period.twice");
  EXPECT_EQ(school.say(kDeputy, {half(1, "2025-09-01", "2025-12-30", 5, 9)}), "");
  EXPECT_EQ(school.say(kDeputy, {half(2, "2026-01-12", "2026-05-27")}), "period.outside");
  EXPECT_EQ(school.say(kDeputy, {half(3, "2026-01-12", "2026-05-26")}), "period.ordinal");
  EXPECT_EQ(school.say(kDeputy, {half(2, "2026-01-12", "2026-05-26", 11, 10)}), "period.grades");
  EXPECT_EQ(school.say(kDeputy, {half(2, "2026-01-12", "2026-05-26", 0, 10)}), "period.grades");
  EXPECT_EQ(school.say(kDeputy, {half(2, "2026-01-12", "2026-05-26")}), "");
}

TEST(YearRulesTest, AYearIsClosedAfterItsLastDayOnceAllItsPeriodsAre) {
  RecordProperty("requirement", "SET-11");
  RulesSchool school;
  const events::YearClosed closed{kYear, kOrder};
  school.clock("2026-05-26", 23, 59);
  EXPECT_EQ(school.say(kAdministrator, {closed}), "year.not_over");
  school.clock("2026-05-27", 0);
  EXPECT_EQ(school.say(kAdministrator, {closed}), "year.period_open");
  close_periods(school);
  school.given(kDirector, events::PeriodReopened{kFifthB, kThirdQuarter, kOrder});
  EXPECT_EQ(school.say(kAdministrator, {closed}), "year.period_open");
  EXPECT_NE(school.refusal().says.ru.find("5б"), std::string::npos) << school.refusal().says.ru;
  EXPECT_NE(school.refusal().says.ru.find("3-я четверть"), std::string::npos);
  school.given(kDeputy, events::PeriodClosed{kFifthB, kThirdQuarter});
  EXPECT_EQ(school.say(kAdministrator, {closed}), "");
  EXPECT_EQ(school.say(kAdministrator, {closed}), "year.closed");
}

TEST(YearRulesTest, NothingOfAClosedYearChanges) {
  RecordProperty("requirement", "SET-11");
  RulesSchool school;
  school.clock("2026-06-30", 12);
  school.given(kDirector, events::YearClosed{kYear, kOrder});
  const events::Day last = day("2026-05-26");
  const std::pair<events::PersonNumber, events::Fact> late[] = {
      {kDeputy,
       events::PeriodDeclared{
           {}, kYear, events::PeriodKind::kYear, 1, day("2025-09-01"), last, 1, 11}},
      {kDirector, events::ClassOpened{{}, kYear, 6, "а"}},
      {kAdministrator, events::PupilLeft{kAnna, kFifthA, last, {}, kOrder}},
      {kAdministrator, events::PupilMoved{kAnna, kFifthA, kFifthB, last, kOrder}},
      {kAdministrator, events::PupilEnrolled{kNobody, kFifthA, last, kOrder}},
      {kAdministrator, events::GroupJoined{kGroup, kAnna, last}},
      {kDirector, events::CurriculumApproved{kYear, kOrder, {{5, kMathematics, 500}}}},
      {kDirector, events::LoadsApproved{kYear, kOrder}},
      {kDeputy, events::LoadEnded{kMathsOfA, last, kOrder}},
      {kMaths, events::PlanAdopted{{}, kMathsOfA, "План", {{1, "Тема", false}}}},
      {kDeputy,
       events::LoadAssigned{{}, kForeign, kEnglish, kFifthA, {}, 100, day("2025-09-01"), last}},
      {kDeputy, events::SubstitutionOrdered{{}, kMathsOfA, kForeign, last, last, {}, kOrder}},
      {kDeputy, events::ExemptionGiven{kAnna, kMathematics, last, last, {}}},
      {kDirector,
       events::OutageDeclared{{}, school.at("2026-05-26", 8), school.at("2026-05-26", 9), kOrder}}};
  for (const auto& [author, fact] : late) {
    const std::string code = school.say(author, {fact});
    const bool refused = code == "year.closed" || code == "load.ended";
    EXPECT_TRUE(refused) << events::name_of(fact) << ": " << code;
  }
}

TEST(ClassRulesTest, AClassHasAGradeALetterAndANameOfItsOwn) {
  RecordProperty("requirement", "SET-05");
  RulesSchool school;
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{}, kYear, 6, "а"}}), "");
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{}, kYear, 5, "а"}}), "class.twice");
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{}, kYear, 0, "а"}}), "class.grade");
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{}, kYear, 12, "а"}}), "");
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{}, kYear, 13, "а"}}), "class.grade");
  EXPECT_EQ(school.say(kDirector, {events::ClassOpened{{}, kYear, 7, ""}}), "text.empty");
}

TEST(ClassRulesTest, AClassEntersTheNextGradeOfANewYearOnce) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  EXPECT_EQ(school.say(kDirector, {events::ClassPromoted{kFifthA, kYear, 6, kOrder}}),
            "class.promoted")
      << "it was opened for that year";
  EXPECT_EQ(school.say(kDirector, {next_year()}), "");
  const events::YearNumber next{2};
  EXPECT_EQ(school.say(kDirector, {events::ClassPromoted{kFifthA, next, 7, kOrder}}),
            "class.not_next");
  EXPECT_EQ(school.say(kDirector, {events::ClassPromoted{kFifthA, next, 5, kOrder}}),
            "class.not_next");
  EXPECT_EQ(school.say(kDirector, {events::ClassPromoted{kFifthA, next, 6, kOrder}}), "");
  EXPECT_EQ(school.say(kDirector, {events::ClassPromoted{kFifthA, next, 7, kOrder}}),
            "class.promoted");
}

TEST(ClassRulesTest, AClassIsClosedOnceAndEmpty) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  const events::Day last = day("2026-05-26");
  const events::ClassClosed closed{kEleventh, last, kOrder};
  EXPECT_EQ(school.say(kDirector, {closed}), "class.not_empty");
  EXPECT_EQ(
      school.say(kAdministrator, {events::PupilGraduated{kVera, kEleventh, last, kOrder}, closed}),
      "");
  EXPECT_EQ(school.say(kDirector, {closed}), "class.closed");
  EXPECT_EQ(school.say(kDirector, {next_year()}), "");
  EXPECT_EQ(school.say(kDirector, {events::ClassPromoted{kEleventh, {2}, 12, kOrder}}),
            "class.closed");
}

TEST(ClassRulesTest, AGroupTakesPupilsOfItsClassAndNobodyTwice) {
  RecordProperty("requirement", "SET-05");
  RulesSchool school;
  const events::Day first = day("2025-09-01");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kBoris, first}}),
            "group.not_of_class");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kAnna, day("2025-08-31")}}),
            "group.not_of_class")
      << "the day before she was enrolled";
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kAnna, first}}), "");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kAnna, first}}),
            "group.joined");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupLeft{kGroup, kBoris, first}}),
            "group.not_joined");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupLeft{kGroup, kAnna, day("2025-09-10")}}), "");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupLeft{kGroup, kAnna, day("2025-09-10")}}),
            "group.not_joined");
}

TEST(ClassRulesTest, AClosedGroupTakesNobody) {
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {events::GroupClosed{kGroup, day("2025-09-10")}}), "");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupClosed{kGroup, day("2025-09-11")}}),
            "group.closed");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kAnna, day("2025-09-11")}}),
            "group.closed");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kAnna, day("2025-09-10")}}),
            "");
}

TEST(ClassRulesTest, AClassTeacherClosesNoGroupOfAnotherClass) {
  RecordProperty("requirement", "ACC-06");
  RulesSchool school;
  EXPECT_EQ(school.say(kForeign, {events::GroupClosed{kGroup, day("2025-09-10")}}),
            "access.out_of_reach");
  EXPECT_EQ(school.say(kGuide, {events::GroupClosed{kGroup, day("2025-09-10")}}), "");
}

TEST(ClassRulesTest, NobodyLeavesAGroupBeforeTheirEntriesInIt) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {events::GroupJoined{kGroup, kAnna, day("2025-09-01")}}),
            "");
  EXPECT_EQ(school.say(kDeputy, {events::LoadAssigned{{kLoads + 1},
                                                      kMaths,
                                                      kEnglish,
                                                      kFifthA,
                                                      kGroup,
                                                      100,
                                                      day("2025-09-01"),
                                                      day("2026-05-26")}}),
            "");
  school.clock("2025-09-12", 12);
  school.mark(school.lesson({kLoads + 1}, "2025-09-11"), "2025-09-11");
  school.mark(school.lesson(kMathsOfA, "2025-09-12"), "2025-09-12");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupLeft{kGroup, kAnna, day("2025-09-10")}}),
            "movement.marks_after");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupClosed{kGroup, day("2025-09-10")}}),
            "movement.marks_after");
  EXPECT_EQ(school.say(kAdministrator, {events::GroupLeft{kGroup, kAnna, day("2025-09-11")}}), "")
      << "lessons of the whole class are another matter";
}

}  // namespace
}  // namespace letopis::rules::founded
